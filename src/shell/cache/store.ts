/** Where entries of caches are kept from one visit to the next: a database of their own, a record for each. */
import { promisifyRequest } from 'idb-keyval';
import { kept_store } from '../stores.ts';

/** App, code, function, key. */
export type EntryPlace = readonly [app: string, code: string, name: string, key: string];

/** What is under a place: of our making, or whatever somebody put there. */
export interface StoredEntry {
  readonly place: readonly IDBValidKey[];
  readonly value: unknown;
}

/** Methods reject with the browser's error. */
export interface EntryStore {
  of_app(app: string): Promise<readonly StoredEntry[]>;
  has_app(app: string): Promise<boolean>;
  put(place: EntryPlace, value: unknown): Promise<void>;
  /** All whose place begins so. */
  drop(beginning: readonly IDBValidKey[]): Promise<void>;
}

/** Arrays are sorted after every text: between a beginning and itself with an array are all that go on from it. */
function range(beginning: readonly IDBValidKey[]): IDBKeyRange {
  return IDBKeyRange.bound([...beginning], [...beginning, []]);
}

export const CACHE_DATABASE = 'tablit-cache';

export function idb_entry_store(database = CACHE_DATABASE): EntryStore {
  const use = kept_store(database, 'entries');
  return {
    of_app: (app) =>
      use('readonly', async (objects) => {
        const [keys, values] = await Promise.all([
          promisifyRequest(objects.getAllKeys(range([app]))),
          promisifyRequest(objects.getAll(range([app]))),
        ]);
        return keys.map((key, at) => ({ place: key as IDBValidKey[], value: values[at] as unknown }));
      }),
    has_app: (app) =>
      use('readonly', async (objects) => (await promisifyRequest(objects.count(range([app])))) > 0),
    put: (place, value) =>
      use('readwrite', (objects) => {
        objects.put(value, [...place]);
        return promisifyRequest(objects.transaction);
      }),
    drop: (beginning) =>
      use('readwrite', (objects) => {
        // One that is named whole is no beginning of others.
        objects.delete(range(beginning));
        objects.delete([...beginning]);
        return promisifyRequest(objects.transaction);
      }),
  };
}
