/** Seals an entry for its place, and opens what is stored at a place. */
import type { CacheMac } from '../../vault/cache_mac.ts';
import { is_digest } from '../../wire/cache.ts';
import type { EntryPlace } from './store.ts';

/** As it is stored. */
export interface Sealed {
  readonly mac: Uint8Array;
  readonly data: Uint8Array<ArrayBuffer>;
  /** Milliseconds since 1970; the oldest go first. */
  readonly written: number;
}

export interface EntrySeal {
  seal(place: EntryPlace, data: Uint8Array<ArrayBuffer>, written: number): Promise<Sealed>;
  /** Undefined unless `value` is an entry that was sealed for this place. */
  open(place: EntryPlace, value: unknown): Promise<Sealed | undefined>;
}

/** @param filed gives the name under which the vault files an app: at most 512 bytes. */
export function entry_seal(mac: CacheMac, filed: (app: string) => Promise<string>): EntrySeal {
  const name = ([, ...rest]: EntryPlace) => rest.join(' ');
  return {
    async seal(place, data, written) {
      return { mac: await mac.sign(await filed(place[0]), name(place), data), data, written };
    },
    async open(place, value) {
      if (!is_sealed(value) || !is_digest(String(place[2])) || !is_digest(String(place[3]))) return undefined;
      // A copy: what was looked at is what is handed on.
      const data = value.data.slice();
      const holds = await mac.verify(await filed(place[0]), name(place), data, value.mac);
      return holds ? { ...value, data } : undefined;
    },
  };
}

function is_sealed(value: unknown): value is Sealed {
  if (typeof value !== 'object' || value === null) return false;
  const { mac, data, written } = value as Partial<Sealed>;
  return mac instanceof Uint8Array && data instanceof Uint8Array && Number.isFinite(written);
}
