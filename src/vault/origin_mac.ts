import { createStore, del, get, update } from 'idb-keyval';
import { type CacheMac, cacheMac } from './cache_mac.ts';
import type { CryptoPort } from './crypto_port.ts';
import { VaultError } from './errors.ts';

/** Where the origin's own MAC key is kept. Failures are VaultError `storage`. */
export interface OriginKeyStore {
  load(): Promise<CryptoKey | undefined>;
  /** Keeps `key` unless there is one already, and gives the one that is kept: two tabs may start at once. */
  keep(key: CryptoKey): Promise<CryptoKey>;
  forget(): Promise<void>;
}

/**
 * The MAC for readers without an open vault. Its key is not extractable, but no passphrase protects it: it keeps out
 * other origins, links, uploads and apps, not someone who reads the browser's profile from the disk.
 */
export function originMac(port: CryptoPort, store: OriginKeyStore): CacheMac {
  return cacheMac(port, async () => {
    const kept = await store.load();
    if (kept) return kept;
    const algorithm = { name: 'HMAC', hash: 'SHA-256', length: 256 };
    return store.keep(await port.subtle.generateKey(algorithm, false, ['sign', 'verify']));
  });
}

const KEY = 'cache-mac';

/**
 * In IndexedDB, which keeps a `CryptoKey` without showing its bytes to JavaScript.
 *
 * @param open as `createStore` of idb-keyval: a page that deletes databases brings one that lets go of them.
 */
export function idbOriginKeyStore(database = 'tablit-origin', open = createStore): OriginKeyStore {
  const store = open(database, 'keys');
  return {
    load: () => guard(() => get<CryptoKey>(KEY, store)),
    keep: (key) =>
      guard(async () => {
        let kept = key;
        await update<CryptoKey>(KEY, (old) => (kept = old ?? key), store);
        return kept;
      }),
    forget: () => guard(() => del(KEY, store)),
  };
}

async function guard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new VaultError('storage', undefined, cause);
  }
}
