/** While files are dragged over the page: that it takes them; and what came of files that it does not. */
import type { JSX } from 'preact';
import { Control } from '../chrome/control.tsx';
import { Dialog } from '../chrome/dialog.tsx';

export function DropHint(): JSX.Element {
  return (
    <div class="stDropHint" data-testid="stDropHint" role="status">
      <p>
        <strong>Drop to open</strong>
        <span>A .py script, a .zip or .tablit file, or an app’s folder. You are asked before it runs.</span>
      </p>
    </div>
  );
}

export interface RefusedFilesProps {
  readonly message: string;
  readonly hint: string;
  readonly onClose: () => void;
}

export function RefusedFiles({ message, hint, onClose }: RefusedFilesProps): JSX.Element {
  return (
    <Dialog
      title="This was not opened"
      testid="stRefusedFiles"
      onClose={onClose}
      actions={
        <Control kind="primary" data-first={true} onClick={onClose}>
          Close
        </Control>
      }
    >
      <p role="alert">{message}</p>
      {hint !== '' && <p>{hint}</p>}
    </Dialog>
  );
}
