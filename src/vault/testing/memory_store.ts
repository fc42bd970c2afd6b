import { type Bytes, samePublicBytes } from '../bytes.ts';
import type { VaultStore } from '../store.ts';

/** A store in memory that tests may look into and change behind the vault's back. */
export interface MemoryStore extends VaultStore {
  readonly entries: Map<string, Bytes>;
}

export function memoryStore(entries: Iterable<readonly [string, Uint8Array]> = []): MemoryStore {
  const map = new Map<string, Bytes>();
  for (const [key, value] of entries) map.set(key, Uint8Array.from(value));
  return {
    entries: map,
    async read(keys) {
      return keys.map((key) => {
        const value = map.get(key);
        return value && Uint8Array.from(value);
      });
    },
    // Nothing is awaited between looking and writing: as atomic as a transaction.
    async commit({ expect, dropPrefixes = [], drop = [], put = [] }) {
      if (!expect.every(([key, value]) => samePublicBytes(value, map.get(key)))) return false;
      for (const key of [...map.keys()]) {
        if (drop.includes(key) || dropPrefixes.some((prefix) => key.startsWith(prefix))) map.delete(key);
      }
      for (const [key, value] of put) map.set(key, Uint8Array.from(value));
      return true;
    },
    async destroy() {
      map.clear();
    },
  };
}
