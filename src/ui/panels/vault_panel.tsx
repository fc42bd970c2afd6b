/** The vault's own panel: open it, lock it, and change what opens it. */
import type { JSX } from 'preact';
import { Control } from '../chrome/control.tsx';
import { Dialog } from '../chrome/dialog.tsx';
import { ExportBackup, ImportBackup } from './vault_backup.tsx';
import { CreateVault, UnlockVault } from './vault_door.tsx';
import { ForgetVault } from './vault_forget.tsx';
import type { VaultActions, VaultView } from './vault_view.ts';
import { ChangePassphrase, Passkeys } from './vault_ways.tsx';

export interface VaultPanelProps {
  readonly view: VaultView;
  readonly actions: VaultActions;
  /** Whether this browser knows passkeys at all. */
  readonly passkeys: boolean;
  /** Milliseconds without a key press or a pointer after which it locks. */
  readonly idle: number;
  readonly onClose: () => void;
}

export function VaultPanel({ view, actions, passkeys, idle, onClose }: VaultPanelProps): JSX.Element {
  return (
    <Dialog title="Vault" testid="stVaultPanel" onClose={onClose}>
      <div class="stPanelStack">
        {view.kind === 'absent' && <CreateVault create={actions.create} />}
        {view.kind === 'locked' && <UnlockVault view={view} unlock={actions.unlock} />}
        {view.kind === 'open' && (
          <>
            <p role="status">
              The vault is open. It locks by itself after {Math.round(idle / 60_000)} minutes without a key
              press or a click, when the page is out of sight for long, and when it is closed.
            </p>
            <Control kind="primary" onClick={actions.lock}>
              Lock now
            </Control>
          </>
        )}
        <div>
          {view.kind === 'open' && (
            <>
              <ChangePassphrase view={view} change={actions.change_passphrase} />
              {passkeys && <Passkeys view={view} add={actions.add_passkey} remove={actions.remove_passkey} />}
              <ExportBackup run={actions.export_backup} />
            </>
          )}
          {view.kind !== 'locked' && <ImportBackup into={view.kind} run={actions.import_backup} />}
          {view.kind !== 'absent' && <ForgetVault forget={actions.forget} />}
        </div>
      </div>
    </Dialog>
  );
}
