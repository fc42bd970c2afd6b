/** Deleting what this browser keeps: of the open app, or everything. Shows afterwards what came of each part. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Control } from '../chrome/control.tsx';
import { Dialog } from '../chrome/dialog.tsx';
import { Section } from './parts.tsx';
import { TypedConfirmation } from './typed_confirmation.tsx';

export interface DeletionResult {
  /** Such as `Secrets`. */
  readonly what: string;
  /** `waiting`: emptied, and gone for good when other tabs of this page are closed. */
  readonly state: 'failed' | 'gone' | 'nothing' | 'waiting';
  readonly detail?: string;
}

export interface DeletionPanelProps {
  readonly app_name: string;
  /** What there is to delete of one app, as its rows are called. */
  readonly parts: readonly string[];
  readonly delete_app: () => Promise<readonly DeletionResult[]>;
  readonly delete_everything: () => Promise<readonly DeletionResult[]>;
  /** Opens the page anew: what ran until now ran with what is deleted. */
  readonly onStartOver: () => void;
  readonly onClose: () => void;
}

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'deleting' }
  | { readonly kind: 'deleted'; readonly results: readonly DeletionResult[] };

export function DeletionPanel(props: DeletionPanelProps): JSX.Element {
  const { app_name, parts, delete_app, delete_everything, onStartOver, onClose } = props;
  const [state, set_state] = useState<State>({ kind: 'asking' });
  const perform = async (work: () => Promise<readonly DeletionResult[]>) => {
    set_state({ kind: 'deleting' });
    set_state({ kind: 'deleted', results: await work() });
  };
  // Once something is deleted the page cannot go on as if it were there.
  const close = state.kind === 'asking' ? onClose : state.kind === 'deleted' ? onStartOver : () => undefined;
  return (
    <Dialog title="Delete" testid="stDeletionPanel" onClose={close}>
      <div class="stPanelStack">
        {state.kind === 'asking' && (
          <>
            <p>
              Everything that <strong>{app_name}</strong> left in this browser:{' '}
              {parts.join(', ').toLowerCase()}.
            </p>
            <Control kind="bordered" onClick={() => void perform(delete_app)}>
              Delete this app
            </Control>
            <Section title="Delete everything">
              <p>
                All apps, all secrets and everything else that Tablit keeps in this browser for this site.
                Nothing brings it back but your own backups.
              </p>
              <TypedConfirmation
                sentence="delete everything"
                action="Delete everything"
                busy={false}
                onConfirm={() => void perform(delete_everything)}
              />
            </Section>
          </>
        )}
        {state.kind === 'deleting' && <p role="status">Deleting…</p>}
        {state.kind === 'deleted' && <Results results={state.results} onStartOver={onStartOver} />}
      </div>
    </Dialog>
  );
}

const words: Readonly<Record<DeletionResult['state'], string>> = {
  failed: 'not deleted',
  gone: 'deleted',
  nothing: 'there was nothing',
  waiting: 'emptied; goes when other tabs are closed',
};

interface ResultsProps {
  readonly results: readonly DeletionResult[];
  readonly onStartOver: () => void;
}

function Results({ results, onStartOver }: ResultsProps): JSX.Element {
  const failed = results.some(({ state }) => state === 'failed');
  return (
    <>
      <p role={failed ? 'alert' : 'status'}>{failed ? 'Not everything could be deleted.' : 'Deleted.'}</p>
      <ul class="stPanelList" aria-label="What was deleted">
        {results.map(({ what, state, detail }) => (
          <li key={what} data-state={state}>
            {what}
            <span class="stPanelNote">
              {words[state]}
              {detail !== undefined && `: ${detail}`}
            </span>
          </li>
        ))}
      </ul>
      <Control kind="primary" onClick={onStartOver}>
        Start over
      </Control>
    </>
  );
}
