/** Which of the reader's own apps get placeholders only. A wish and no secret: it holds while the vault is locked, too. */
import { del, get, set } from 'idb-keyval';
import { kept_store } from '../stores.ts';

export interface SealedApps {
  has(identity: string): Promise<boolean>;
  set(identity: string, sealed: boolean): Promise<void>;
}

/** Where the browser keeps nothing, a wish cannot be kept: `set` rejects then. */
export function idb_sealed_apps(): SealedApps {
  const store = kept_store('tablit-sealed', 'apps');
  return {
    has: async (identity) => (await get<true>(identity, store).catch(() => undefined)) === true,
    set: (identity, sealed) => (sealed ? set(identity, true, store) : del(identity, store)),
  };
}
