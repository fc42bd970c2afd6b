/** Bytes that own an ordinary buffer: what Blob, `crypto.subtle` and streams accept. */
export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = new TextEncoder();

export function concat(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Negative, zero or positive, as `Array.prototype.sort` wants it. For UTF-8 this is the order of code points. */
export function compare_bytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export function equal_bytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && compare_bytes(a, b) === 0;
}

/** By the browser, where it can: a page that came without HTTPS has no `crypto.subtle`, and fetches a library. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  if (subtle) return new Uint8Array(await subtle.digest('SHA-256', bytes));
  const library = await import('@noble/hashes/sha2.js');
  return new Uint8Array(library.sha256(bytes));
}

export function to_hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A UUID of the first 16 bytes; version 4 is for random ones, 8 for what others cannot judge. */
export function uuid(bytes: Uint8Array, version: 4 | 8): string {
  const marked = bytes.slice(0, 16);
  marked[6] = ((marked[6] as number) & 0x0f) | (version << 4);
  marked[8] = ((marked[8] as number) & 0x3f) | 0x80;
  return to_hex(marked).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
