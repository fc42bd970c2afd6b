import type { Bytes } from './bytes.ts';
import type { CryptoPort } from './crypto_port.ts';
import { layout } from './layout.ts';
import { checkApp } from './limits.ts';

/**
 * Cache entries are pickles, and a pickle runs code when it is read. An entry on disk is read back only when its MAC
 * says that this reader's Tablit wrote it, for this app, under this name.
 */
export interface CacheMac {
  /** HMAC-SHA-256, 32 bytes. */
  sign(app: string, name: string, entry: Bytes): Promise<Bytes>;
  /** Compares in constant time. Any `mac` of another length or origin is `false`, never an error. */
  verify(app: string, name: string, entry: Bytes, mac: Uint8Array): Promise<boolean>;
}

/**
 * @param key gives an HMAC-SHA-256 key with `sign` and `verify`, asked at each call: a vault that was locked meanwhile
 * throws its `locked` there.
 */
export function cacheMac(port: CryptoPort, key: () => CryptoKey | Promise<CryptoKey>): CacheMac {
  return {
    async sign(app, name, entry) {
      const hmac = await key();
      return new Uint8Array(await port.subtle.sign('HMAC', hmac, await place(port, app, name, entry)));
    },
    async verify(app, name, entry, mac) {
      const hmac = await key();
      return port.subtle.verify('HMAC', hmac, Uint8Array.from(mac), await place(port, app, name, entry));
    },
  };
}

// The entry goes in by its hash: it may be a large table, and `layout` would copy it.
async function place(port: CryptoPort, app: string, name: string, entry: Bytes): Promise<Bytes> {
  const digest = new Uint8Array(await port.subtle.digest('SHA-256', entry));
  return layout('cache-entry', checkApp(app), name, digest);
}
