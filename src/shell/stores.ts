/**
 * Small stores in IndexedDB, one database each. A connection is given up when its database is to be deleted: else the
 * deletion would wait for this page to go.
 */
import { createStore, type UseStore } from 'idb-keyval';

/** As `createStore` of idb-keyval, which it is a drop-in for: opens at first use, and again after it was closed. */
export function kept_store(database: string, objects: string): UseStore {
  let use: UseStore | undefined;
  // Async, so that a browser without storage is a rejection like any other.
  return async (mode, work) => {
    use ??= createStore(database, objects);
    return use(mode, (store) => {
      const { db } = store.transaction;
      db.onversionchange = () => {
        db.close();
        use = undefined;
      };
      return work(store);
    });
  };
}
