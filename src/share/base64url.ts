/** Base64 for addresses (RFC 4648 §5) without padding. */
import type { Bytes } from './bytes.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const values = new Map(Array.from(ALPHABET, (char, value) => [char.charCodeAt(0), value]));

export function to_base64url(bytes: Uint8Array): string {
  let text = '';
  // A multiple of 3, so that pieces join without padding, and few enough arguments for one call.
  const step = 24_576;
  for (let at = 0; at < bytes.length; at += step) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + step)));
  }
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export type Decoded =
  | {
      readonly kind: 'bytes';
      readonly bytes: Bytes;
      /** False when the text could not have been written by `to_base64url`: bits are left over at its end. */
      readonly exact: boolean;
    }
  | { readonly kind: 'bad_character'; readonly offset: number; readonly char: string };

export function from_base64url(text: string): Decoded {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const value = values.get(text.charCodeAt(offset));
    if (value === undefined) {
      return { kind: 'bad_character', offset, char: String.fromCodePoint(text.codePointAt(offset) ?? 0) };
    }
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = held >> bits;
    held &= (1 << bits) - 1;
  }
  return { kind: 'bytes', bytes, exact: bits < 6 && held === 0 };
}
