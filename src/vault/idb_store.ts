import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import { noBytes, samePublicBytes } from './bytes.ts';
import { VaultError } from './errors.ts';
import type { Change, VaultStore } from './store.ts';

const OBJECTS = 'vault';

/** The vault's store in IndexedDB: one database, bytes under text keys. */
export function idbVaultStore(database = 'tablit-vault'): VaultStore {
  let use: UseStore | undefined;

  // Every access goes through here: it opens the database at first use, and again after it was closed.
  const within = async <T>(
    mode: IDBTransactionMode,
    work: (objects: IDBObjectStore) => Promise<T>,
  ): Promise<T> => {
    try {
      use ??= createStore(database, OBJECTS);
      return await use(mode, (objects) => {
        const { db } = objects.transaction;
        // Another tab deletes the database: an open connection would keep it waiting.
        db.onversionchange = () => {
          db.close();
          use = undefined;
        };
        return work(objects);
      });
    } catch (cause) {
      throw new VaultError('storage', undefined, cause);
    }
  };

  return {
    read: (keys) => within('readonly', (objects) => readAll(objects, keys)),
    commit: (change) => within('readwrite', (objects) => apply(objects, change)),
    async destroy() {
      // Cleared first: deleting the database may have to wait for other tabs, the content must not.
      await within('readwrite', async (objects) => {
        objects.clear();
        await promisifyRequest(objects.transaction);
        objects.transaction.db.close();
        use = undefined;
      });
      await deleteDatabase(database);
    },
  };
}

function readAll(objects: IDBObjectStore, keys: readonly string[]): Promise<(Uint8Array | undefined)[]> {
  return Promise.all(
    keys.map(async (key) => {
      const value: unknown = await promisifyRequest(objects.get(key));
      // Something else was put there: it is present, and it is not what anyone sealed.
      return value === undefined || value instanceof Uint8Array ? value : noBytes;
    }),
  );
}

// Only requests of this transaction may be awaited in here: it commits by itself as soon as it has none.
async function apply(objects: IDBObjectStore, change: Change): Promise<boolean> {
  const present = await readAll(
    objects,
    change.expect.map(([key]) => key),
  );
  if (!change.expect.every(([, value], index) => samePublicBytes(value, present[index]))) return false;
  for (const prefix of change.dropPrefixes ?? []) {
    objects.delete(IDBKeyRange.bound(prefix, `${prefix}\uffff`));
  }
  for (const key of change.drop ?? []) objects.delete(key);
  for (const [key, value] of change.put ?? []) objects.put(value, key);
  await promisifyRequest(objects.transaction);
  return true;
}

function deleteDatabase(database: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(database);
    request.onsuccess = () => resolve();
    // Empty already, and it goes as soon as the other tab lets go.
    request.onblocked = () => resolve();
    request.onerror = () => reject(new VaultError('storage', undefined, request.error));
  });
}
