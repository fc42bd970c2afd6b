/** Sharing the open app: as a link while it is short enough, else as a file; suspicious strings are shown first. */

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { byte_size } from '../../wire/byte_size.ts';
import { Control } from '../chrome/control.tsx';
import { Dialog } from '../chrome/dialog.tsx';
import { copy_text } from '../parts/copy_button.tsx';
import { save_file } from '../parts/save_file.ts';

export interface ShareSuspect {
  readonly path: string;
  readonly line: number;
  readonly what: string;
  /** Shortened: safe to show. */
  readonly shown: string;
}

export interface ShareOffer {
  readonly suspects: readonly ShareSuspect[];
  /** Undefined when the app is too large for a link. */
  readonly link: string | undefined;
  /** Characters that the link has, or would have. */
  readonly link_size: number;
  readonly most_characters: number;
  readonly file: Blob;
  readonly file_name: string;
}

export interface ShareProps {
  readonly offer: Promise<ShareOffer>;
  readonly onClose: () => void;
}

type State =
  | { readonly kind: 'making' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'made'; readonly offer: ShareOffer };

export function ShareDialog({ offer, onClose }: ShareProps): JSX.Element {
  const [state, set_state] = useState<State>({ kind: 'making' });
  const [looked, set_looked] = useState(false);
  useEffect(() => {
    offer.then(
      (made) => set_state({ kind: 'made', offer: made }),
      (error: unknown) => set_state({ kind: 'refused', message: String((error as Error).message ?? error) }),
    );
  }, [offer]);
  return (
    <Dialog title="Share this app" testid="stShareDialog" onClose={onClose}>
      {state.kind === 'making' && <p role="status">Packing…</p>}
      {state.kind === 'refused' && <p role="alert">{state.message}</p>}
      {state.kind === 'made' &&
        (state.offer.suspects.length > 0 && !looked ? (
          <Suspects suspects={state.offer.suspects} onAccept={() => set_looked(true)} />
        ) : (
          <Ways {...state.offer} />
        ))}
    </Dialog>
  );
}

function Suspects({
  suspects,
  onAccept,
}: {
  suspects: readonly ShareSuspect[];
  onAccept: () => void;
}): JSX.Element {
  return (
    <>
      <p role="alert">
        These look like keys. Whoever gets the app can read them. Put them into the app's secrets instead.
      </p>
      <ul class="stShareSuspects">
        {suspects.map(({ path, line, what, shown }) => (
          <li key={`${path}:${line}`}>
            {what} in <code>{path}</code>, line {line}: <code>{shown}</code>
          </li>
        ))}
      </ul>
      <Control kind="bordered" onClick={onAccept}>
        Share anyway
      </Control>
    </>
  );
}

function Ways({ link, link_size, most_characters, file, file_name }: ShareOffer): JSX.Element {
  const [copied, set_copied] = useState(false);
  const copy = async () => {
    if (link === undefined) return;
    set_copied(await copy_text(link));
  };
  return (
    <div class="stShareWays">
      <p>The whole app is in the link: code, pages, small data. Secrets never are.</p>
      {link === undefined ? (
        <p>
          The link would have {link_size.toLocaleString('en')} characters; mail and chat programs cut links
          over {most_characters.toLocaleString('en')}. Send the file instead.
        </p>
      ) : (
        <>
          <label>
            Link, {link_size.toLocaleString('en')} characters
            <input type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <Control kind="primary" data-first onClick={() => void copy()}>
            {copied ? 'Copied' : 'Copy link'}
          </Control>
        </>
      )}
      <Control kind="bordered" onClick={() => save_file(file, file_name, file.type)}>
        Download as a file ({byte_size(file.size)})
      </Control>
      <span role="status" class="stShareStatus">
        {copied ? 'The link is in the clipboard.' : ''}
      </span>
    </div>
  );
}
