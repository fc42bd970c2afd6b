/** The way into the vault: making it, or unlocking it. Part of its own panel and of the secrets' panel. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Control } from '../chrome/control.tsx';
import { useAct } from './outcome.ts';
import { Said, Submit } from './parts.tsx';
import { NewPassphrase, Passphrase } from './passphrase_fields.tsx';
import type { VaultActions, VaultView } from './vault_view.ts';

export interface CreateVaultProps {
  readonly create: VaultActions['create'];
}

export function CreateVault({ create }: CreateVaultProps): JSX.Element {
  const [passphrase, set_passphrase] = useState<string>();
  const making = useAct(create);
  return (
    <form
      class="stPanelStack"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== undefined) void making.run(passphrase);
      }}
    >
      <p>
        Secrets are kept in a vault: encrypted, in this browser only. Choose the passphrase that opens it.
      </p>
      <p class="stPanelNote">
        It is stored nowhere and nobody can reset it. If you forget it, only a passkey or a backup helps.
      </p>
      <NewPassphrase onChange={set_passphrase} />
      <Said outcome={making.outcome} />
      <Submit busy={making.busy}>{making.busy ? 'Creating…' : 'Create the vault'}</Submit>
    </form>
  );
}

export interface UnlockVaultProps {
  readonly view: Extract<VaultView, { readonly kind: 'locked' }>;
  readonly unlock: VaultActions['unlock'];
  /** Why the reader is asked. */
  readonly reason?: string;
}

export function UnlockVault({ view, unlock, reason }: UnlockVaultProps): JSX.Element {
  const [passphrase, set_passphrase] = useState('');
  const opening = useAct(unlock);
  if (view.fault !== undefined) {
    return (
      <p class="stPanelWarning" role="alert">
        What is stored here is no vault that this version can open: {view.fault}. Forget it to make room for a
        backup.
      </p>
    );
  }
  return (
    <form
      class="stPanelStack"
      onSubmit={(event) => {
        event.preventDefault();
        void opening.run({ kind: 'passphrase', passphrase });
      }}
    >
      <p>{reason ?? 'The vault is locked.'}</p>
      <Passphrase first value={passphrase} onInput={set_passphrase} />
      <Said outcome={opening.outcome} />
      <div class="stPanelRow">
        <Submit busy={opening.busy}>{opening.busy ? 'Unlocking…' : 'Unlock'}</Submit>
        {view.passkeys.length > 0 && (
          <Control kind="bordered" onClick={() => void opening.run({ kind: 'passkey' })}>
            Use a passkey
          </Control>
        )}
      </div>
    </form>
  );
}
