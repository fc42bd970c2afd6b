/** Asks whether an app that changed gets the secrets that its earlier version had. */
import type { JSX } from 'preact';
import { Control } from '../chrome/control.tsx';
import { Dialog } from '../chrome/dialog.tsx';
import { ChangedFiles, useLater } from './permissions_question.tsx';
import type { ChangedFile } from './permissions_view.ts';

export interface EarlierSecretsProps {
  readonly app_name: string;
  readonly changed: readonly ChangedFile[];
  readonly onAnswer: (use: boolean) => void;
  /** Milliseconds for which answers do not count: an app could have the reader click where the answer will be. */
  readonly guard?: number;
}

export function EarlierSecrets(props: EarlierSecretsProps): JSX.Element {
  const { app_name, changed, onAnswer, guard = 500 } = props;
  const is_ready = useLater(guard);
  const answer = (use: boolean) => () => {
    if (is_ready) onAnswer(use);
  };
  return (
    <Dialog
      title="Use the same secrets?"
      testid="stEarlierSecrets"
      onClose={answer(false)}
      actions={
        <>
          <Control kind="bordered" aria-disabled={!is_ready} onClick={answer(false)}>
            Start without
          </Control>
          <Control kind="primary" aria-disabled={!is_ready} onClick={answer(true)}>
            Use them
          </Control>
        </>
      }
    >
      <div class="stPanelStack">
        <p>
          You gave secrets to an app that looks like an earlier version of <strong>{app_name}</strong>. It
          changed, so this one has none.
        </p>
        <ChangedFiles files={changed} title="What changed:" />
        <p class="stPanelNote">
          Sealed as before: the app sees stand-ins, and you are asked before a secret goes to a host. You can
          enter others under Secrets.
        </p>
      </div>
    </Dialog>
  );
}
