/** The reader's vault in this browser, with its clock: the one way in which the shell opens it. */
import { type AutoLock, autoLock, browserSignals } from '../../vault/auto_lock.ts';
import { idbVaultStore } from '../../vault/idb_store.ts';
import { loadVault, type Vault } from '../../vault/vault.ts';
import { webauthnPasskeys } from '../../vault/webauthn.ts';

export interface ReaderVault {
  readonly vault: Vault;
  readonly auto_lock: AutoLock;
}

/** Throws a `VaultError` `storage` or `unsupported`. */
export async function open_reader_vault(): Promise<ReaderVault> {
  const vault = await loadVault({ store: idbVaultStore(), passkeys: webauthnPasskeys() });
  // Another tab may have made, changed or forgotten it: look again whenever this one comes to the front.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void vault.reload().catch(() => undefined);
  });
  return { vault, auto_lock: autoLock(vault, browserSignals()) };
}
