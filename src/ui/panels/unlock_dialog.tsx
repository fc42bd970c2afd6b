/** Asks to unlock because an app needs its secrets now. */
import type { JSX } from 'preact';
import { Dialog } from '../chrome/dialog.tsx';
import { UnlockVault } from './vault_door.tsx';
import type { VaultActions, VaultView } from './vault_view.ts';

export interface UnlockDialogProps {
  readonly view: Extract<VaultView, { readonly kind: 'locked' }>;
  readonly unlock: VaultActions['unlock'];
  readonly reason: string;
  readonly onClose: () => void;
}

export function UnlockDialog({ view, unlock, reason, onClose }: UnlockDialogProps): JSX.Element {
  return (
    <Dialog title="Unlock the vault" testid="stUnlockDialog" onClose={onClose}>
      <UnlockVault view={view} unlock={unlock} reason={reason} />
    </Dialog>
  );
}
