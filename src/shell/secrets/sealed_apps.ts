/** Which of the reader's own apps get placeholders only. A wish and no secret: it holds while the vault is locked, too. */
import { del, get, set } from 'idb-keyval';
import { kept_store } from '../stores.ts';

export interface SealedApps {
  has(identity: string): Promise<boolean>;
  set(identity: string, sealed: boolean): Promise<void>;
}

/** Both reject where the browser's storage fails: an app that may be sealed is not to be handed its secrets. */
export function idb_sealed_apps(): SealedApps {
  const store = kept_store('tablit-sealed', 'apps');
  return {
    has: async (identity) => (await get<true>(identity, store)) === true,
    set: (identity, sealed) => (sealed ? set(identity, true, store) : del(identity, store)),
  };
}
