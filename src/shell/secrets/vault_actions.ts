/** The vault's methods as the panels call them: what goes wrong is words. */
import type { Outcome } from '../../ui/panels/outcome.ts';
import type { VaultActions, VaultView } from '../../ui/panels/vault_view.ts';
import { save_file } from '../../ui/parts/save_file.ts';
import { isVaultError } from '../../vault/errors.ts';
import type { VaultState } from '../../vault/state.ts';
import type { ReaderVault } from './reader_vault.ts';

export function vault_actions({ vault, auto_lock }: ReaderVault): VaultActions {
  return {
    create: (passphrase) => outcome_of(() => vault.create(passphrase)),
    unlock: (proof) => outcome_of(() => vault.unlock(proof)),
    lock: () => auto_lock.lock(),
    change_passphrase: (proof, next) =>
      outcome_of(() => vault.changePassphrase(proof, next), 'The passphrase is changed.'),
    add_passkey: (proof, label) =>
      outcome_of(() => vault.addPasskey(proof, label), 'The passkey opens the vault from now on.'),
    remove_passkey: (id) =>
      outcome_of(
        () => vault.removePasskey(id),
        'The passkey opens nothing any more. Remove it from the device, too.',
      ),
    export_backup: (passphrase) =>
      outcome_of(
        async () =>
          save_file(await vault.exportBackup(passphrase), backup_name(new Date()), 'application/json'),
        'Saved.',
      ),
    import_backup: async (file, passphrase, conflict) => {
      let said = '';
      const outcome = await outcome_of(async () => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const { added, replaced, kept } = await vault.importBackup(bytes, passphrase, conflict);
        said = `${added} added, ${replaced} replaced, ${kept} left as they were.`;
      });
      return outcome.kind === 'done' ? { kind: 'done', said } : outcome;
    },
    forget: () => outcome_of(() => vault.forget(), 'The vault is gone.'),
  };
}

export async function outcome_of(work: () => Promise<unknown>, said?: string): Promise<Outcome> {
  try {
    await work();
    return said === undefined ? { kind: 'done' } : { kind: 'done', said };
  } catch (error) {
    return failure_of(error);
  }
}

export function failure_of(error: unknown): Extract<Outcome, { readonly kind: 'failed' }> {
  if (isVaultError(error)) return { kind: 'failed', message: error.message, hint: error.hint };
  return { kind: 'failed', message: error instanceof Error ? error.message : 'That did not work' };
}

export function vault_view(state: VaultState): VaultView {
  if (state.kind !== 'locked') return state;
  const { kind, passkeys, fault } = state;
  return fault ? { kind, passkeys, fault: fault.message } : { kind, passkeys };
}

/** `tablit-vault-2026-01-31.json`. */
function backup_name(now: Date): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `tablit-vault-${parts.map((part) => String(part).padStart(2, '0')).join('-')}.json`;
}
