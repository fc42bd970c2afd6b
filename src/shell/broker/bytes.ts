/** Small things done with bytes. */

export type Bytes = Uint8Array<ArrayBuffer>;

export const no_bytes: Bytes = new Uint8Array();

const encoder = new TextEncoder();

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** Bytes as characters of the same number. */
export function ascii_of(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}

/** Of any number of bytes; the same text for the same bytes. */
export function ascii_of_all(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** Where `needle` (not empty) is in `bytes` from `start` on, or -1. Not for secrets: its time tells how much fits. */
export function index_of(bytes: Uint8Array, needle: Uint8Array, start: number): number {
  const first = needle[0] as number;
  for (let at = bytes.indexOf(first, start); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < needle.length && bytes[at + same] === needle[same]) same++;
    if (same === needle.length) return at;
  }
  return -1;
}

export function concat(parts: readonly Uint8Array[]): Bytes {
  const [only] = parts;
  if (parts.length === 1 && only && only.byteLength === only.buffer.byteLength) return only as Bytes;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
