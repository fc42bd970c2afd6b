/** Puts an app's cache on disk together, with the browser's own effects. */
import { platformCrypto } from '../../vault/crypto_port.ts';
import { idbOriginKeyStore, originMac } from '../../vault/origin_mac.ts';
import { type AppCache, type CacheOptions, cache_mark } from '../app_cache.ts';
import { read_code } from '../broker/code.ts';
import { vault_app } from '../secrets/vault_app.ts';
import { kept_store } from '../stores.ts';
import { entry_seal } from './entry_seal.ts';
import { kept_cache } from './kept_cache.ts';
import { idb_entry_store } from './store.ts';

export function start_cache({ app, files, say }: CacheOptions): AppCache {
  return kept_cache({
    app: app.identity,
    files,
    code_of: async (of) => (await read_code(of)).id,
    store: idb_entry_store(),
    // Not the vault's key: a cache is to work for readers who have none, and while it is locked.
    seal: entry_seal(origin_mac(), vault_app),
    mark: (are_there) => set_mark(app.identity, are_there),
    say,
    now: Date.now,
  });
}

/** Where the page is no secure context there is no cryptography: then each use says so, and nothing is kept. */
function origin_mac(): ReturnType<typeof originMac> {
  const keys = idbOriginKeyStore(undefined, kept_store);
  return {
    sign: async (...of) => originMac(platformCrypto(), keys).sign(...of),
    verify: async (...of) => originMac(platformCrypto(), keys).verify(...of),
  };
}

function set_mark(identity: string, are_there: boolean): void {
  if (are_there) localStorage.setItem(cache_mark(identity), '1');
  else localStorage.removeItem(cache_mark(identity));
}
