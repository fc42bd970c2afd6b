/** The requests that an app made: where to and what came of it, never with what. */
import type { JSX } from 'preact';
import { byte_size } from '../../wire/byte_size.ts';
import type { LogEntry } from './permissions_view.ts';
import { status_text, time_text } from './permissions_words.ts';

export function PermissionsLog({ log }: { readonly log: readonly LogEntry[] }): JSX.Element {
  if (log.length === 0) return <p class="stPanelNote">It has made no request.</p>;
  return (
    <section
      class="stPermissionsLog"
      aria-label="Requests"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys.
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Request</th>
            <th scope="col">Status</th>
            <th scope="col">Size</th>
            <th scope="col">Took</th>
          </tr>
        </thead>
        <tbody>
          {log.map((entry) => (
            <Entry key={entry.id} {...entry} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Entry({ time, method, host, sent_on, status, size, ms, secrets }: LogEntry): JSX.Element {
  return (
    <tr data-failed={typeof status === 'string' || status >= 400}>
      <td>
        <time dateTime={new Date(time).toISOString()}>{time_text(time).replace(/^at /, '')}</time>
      </td>
      <td>
        {method} {host}
        {sent_on !== undefined && `, sent on to ${sent_on}`}
        {secrets.length > 0 && <span class="stPanelNote"> with {secrets.join(', ')}</span>}
      </td>
      <td>{status_text(status)}</td>
      <td>{byte_size(size)}</td>
      <td>{Math.round(ms)} ms</td>
    </tr>
  );
}
