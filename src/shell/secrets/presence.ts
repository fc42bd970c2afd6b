/** Whether there may be a vault here, told without opening it: opening a database that is not there makes it. */

export const VAULT_DATABASE = 'tablit-vault';

/**
 * True where the browser cannot list databases, or fails to: who opens the vault learns why. False where it keeps nothing at
 * all.
 */
export async function may_have_vault(factory?: IDBFactory): Promise<boolean> {
  try {
    const storage = factory ?? globalThis.indexedDB;
    if (!storage) return false;
    if (!('databases' in storage)) return true;
    return (await storage.databases()).some(({ name }) => name === VAULT_DATABASE);
  } catch (error) {
    return (error as Error).name !== 'SecurityError';
  }
}
