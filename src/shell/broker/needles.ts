/**
 * Finds secrets in bytes that an app will see, in a time that does not depend on how much of one is there: an app may
 * choose what a host echoes, and could otherwise measure its way to a secret letter by letter. Each position costs one
 * step of a rolling hash with a random base, and only where the first `window` bytes fit (an app that knows those knows
 * more than the time tells) the whole is compared, always to its end.
 */
import { type Bytes, utf8 } from './bytes.ts';

export interface Needle {
  readonly bytes: Bytes;
  /** What is shown in its place. */
  readonly shown: Bytes;
}

export interface Found {
  readonly at: number;
  readonly needle: Needle;
}

export interface Needles {
  /** Bytes of the longest. */
  readonly longest: number;
  /** Every place before `end` where a needle starts, also where they overlap, in order. */
  find(bytes: Bytes, end: number): readonly Found[];
}

const widest_window = 16;
const bits = 16;

export function needle(bytes: Bytes, shown: string): Needle {
  return { bytes, shown: utf8(shown) };
}

/** `needles` is not empty and none of them is. */
export function create_needles(needles: readonly Needle[], random = random_odd): Needles {
  const lengths = needles.map(({ bytes }) => bytes.length);
  const window = Math.min(widest_window, ...lengths);
  const base = random();
  const top = power(base, window - 1);
  const by_hash = new Map<number, Needle[]>();
  const seen = new Uint8Array(2 ** bits);
  for (const one of needles) {
    const hash = hash_of(one.bytes, window, base);
    by_hash.set(hash, [...(by_hash.get(hash) ?? []), one]);
    seen[hash >>> (32 - bits)] = 1;
  }
  return {
    longest: Math.max(...lengths),
    find(bytes, end) {
      const found: Found[] = [];
      const last = Math.min(end - 1, bytes.length - window);
      let hash = last < 0 ? 0 : hash_of(bytes, window, base);
      for (let at = 0; at <= last; at++) {
        if (seen[hash >>> (32 - bits)] === 1) {
          for (const one of by_hash.get(hash >>> 0) ?? []) {
            if (is_at(one.bytes, bytes, at)) found.push({ at, needle: one });
          }
        }
        const left = bytes[at] as number;
        const entering = bytes[at + window] ?? 0;
        hash = (Math.imul(hash - Math.imul(left, top), base) + entering) | 0;
      }
      return found;
    },
  };
}

function hash_of(bytes: Bytes, window: number, base: number): number {
  let hash = 0;
  for (let at = 0; at < window; at++) hash = (Math.imul(hash, base) + (bytes[at] as number)) | 0;
  return hash >>> 0;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let step = 0; step < exponent; step++) result = Math.imul(result, base);
  return result;
}

/** Looks at every byte, whatever the first ones say. */
function is_at(needle_bytes: Bytes, bytes: Bytes, at: number): boolean {
  if (at + needle_bytes.length > bytes.length) return false;
  let different = 0;
  for (let index = 0; index < needle_bytes.length; index++) {
    different |= (needle_bytes[index] as number) ^ (bytes[at + index] as number);
  }
  return different === 0;
}

function random_odd(): number {
  const [number = 1] = crypto.getRandomValues(new Uint32Array(1));
  return number | 1;
}
