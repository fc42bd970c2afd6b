/** A stranger's app before it runs: what it is, what is in it, what it may do. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { byte_size } from '../../wire/byte_size.ts';
import { Control } from '../chrome/control.tsx';
import '../theme/theme.css';
import './stranger.css';

export interface StrangerFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Lay beside the app, and does not run with it. */
export interface LeftOutFile {
  /** A file, or with a slash at its end a folder. */
  readonly path: string;
  readonly reason: keyof typeof REASONS;
}

const REASONS = {
  secret: 'may hold secrets',
  tooling: 'made by tools',
  symlink: 'a link to another file',
} as const;

export type StrangerView =
  | { readonly kind: 'loading'; readonly from: string }
  | { readonly kind: 'locked'; readonly wrong?: boolean; readonly onUnlock: (passphrase: string) => void }
  | {
      readonly kind: 'refused';
      readonly message: string;
      readonly hint: string;
      /** Absent where trying again would change nothing. */
      readonly onRetry?: () => void;
    }
  | {
      readonly kind: 'offer';
      readonly name: string;
      readonly files: readonly StrangerFile[];
      readonly left_out: readonly LeftOutFile[];
      readonly entrypoint: string;
      readonly script: string;
      /** By which the reader knows the page's own windows. */
      readonly signs: string | undefined;
      readonly onRun: () => void;
    };

export function StrangerPage({ view }: { readonly view: StrangerView }): JSX.Element {
  return (
    <main class="stStranger" data-testid="stStranger">
      {view.kind === 'loading' && <p role="status">Fetching the app from {view.from}…</p>}
      {view.kind === 'locked' && <Locked {...view} />}
      {view.kind === 'refused' && <Refused {...view} />}
      {view.kind === 'offer' && <Offer {...view} />}
    </main>
  );
}

type Of<K extends StrangerView['kind']> = Extract<StrangerView, { readonly kind: K }>;

function Refused({ message, hint, onRetry }: Of<'refused'>): JSX.Element {
  return (
    <section class="stStrangerCard" role="alert">
      <h1>This app was not opened</h1>
      <p>{message}</p>
      {hint !== '' && <p class="stStrangerHint">{hint}</p>}
      {onRetry && (
        <Control kind="bordered" onClick={onRetry}>
          Try again
        </Control>
      )}
    </section>
  );
}

function Locked({ wrong = false, onUnlock }: Of<'locked'>): JSX.Element {
  const [passphrase, set_passphrase] = useState('');
  return (
    <form
      class="stStrangerCard"
      onSubmit={(event) => {
        event.preventDefault();
        onUnlock(passphrase);
      }}
    >
      <h1>This app is locked</h1>
      <p>Whoever shared it chose a passphrase. Ask them for it; it is not in the link.</p>
      <label>
        Passphrase
        <input
          type="password"
          autocomplete="off"
          aria-invalid={wrong}
          value={passphrase}
          onInput={(event) => set_passphrase(event.currentTarget.value)}
        />
      </label>
      {wrong && <p role="alert">That passphrase does not open it.</p>}
      <button type="submit" class="stControl stControl-primary">
        Open
      </button>
    </form>
  );
}

function Offer({ name, files, left_out, entrypoint, script, signs, onRun }: Of<'offer'>): JSX.Element {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  return (
    <section class="stStrangerCard">
      <h1>Run “{name}”?</h1>
      <p>
        Somebody shared this app with you. Nothing of it has run yet. It has {count(files.length, 'file')},{' '}
        {byte_size(total)} in all.
      </p>
      {left_out.length > 0 && <LeftOutFiles files={left_out} />}
      <ul class="stStrangerRules">
        <li>It runs in a sandbox of this tab. It cannot see your files, other pages or other apps.</li>
        <li>It starts without a network. You are asked before it talks to a host.</li>
        <li>It knows none of your secrets.</li>
        {signs !== undefined && (
          <li>
            Windows of Tablit’s own show your signs, <strong>{signs}</strong>. The app does not know them:
            type no passphrase where they are missing.
          </li>
        )}
      </ul>
      <div class="stStrangerActions">
        <Control kind="primary" onClick={onRun}>
          Run
        </Control>
      </div>
      <details>
        <summary>Look at the code</summary>
        <ul class="stStrangerFiles">
          {files.map(({ path, size }) => (
            <li key={path}>
              <code>{path}</code> <span>{byte_size(size)}</span>
            </li>
          ))}
        </ul>
        <section aria-label={entrypoint}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to. */}
          <pre tabIndex={0}>
            <code>{script}</code>
          </pre>
        </section>
      </details>
    </section>
  );
}

function LeftOutFiles({ files }: { readonly files: readonly LeftOutFile[] }): JSX.Element {
  return (
    <details class="stStrangerLeftOut" open={files.length <= 5}>
      <summary>Left out: {count(files.length, 'entry', 'entries')}</summary>
      <ul class="stStrangerFiles" aria-label="Left out">
        {files.map(({ path, reason }) => (
          <li key={path}>
            <code>{path}</code> <span>{REASONS[reason]}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function count(number: number, noun: string, nouns = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : nouns}`;
}
