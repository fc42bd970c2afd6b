/** Says why this browser can keep no secrets here, where the reader asked for them. */
import type { JSX } from 'preact';
import { Dialog } from '../chrome/dialog.tsx';

export interface NoVaultProps {
  /** As the menu calls it. */
  readonly title: string;
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string | undefined;
  readonly onClose: () => void;
}

export function NoVault({ title, message, hint, onClose }: NoVaultProps): JSX.Element {
  return (
    <Dialog title={title} testid="stNoVault" onClose={onClose}>
      <div class="stPanelStack">
        <p>
          <strong>No secrets can be kept here.</strong> {message}.
        </p>
        {hint !== undefined && <p>{hint}</p>}
        <p class="stPanelNote">The app runs without secrets and without signing in.</p>
      </div>
    </Dialog>
  );
}
