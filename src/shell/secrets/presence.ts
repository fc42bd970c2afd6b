/** Whether there may be a vault here, told without opening it: opening a database that is not there makes it. */

export const VAULT_DATABASE = 'tablit-vault';

/** True where the browser cannot list databases, false where it keeps nothing at all. */
export async function may_have_vault(
  factory: IDBFactory | undefined = globalThis.indexedDB,
): Promise<boolean> {
  try {
    if (!factory) return false;
    if (!('databases' in factory)) return true;
    return (await factory.databases()).some(({ name }) => name === VAULT_DATABASE);
  } catch {
    return false;
  }
}
