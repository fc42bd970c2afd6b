/** How a secret may look when a host sends it back: the ways in which servers quote what they were sent. */
import { to_hex } from '../../share/bytes.ts';
import { type Bytes, utf8 } from './bytes.ts';
import { encodings_of } from './encodings.ts';
import { ascii_json, attribute, escapes_of, json } from './escapes.ts';

/** Characters of a value that is looked for in formats within formats. Longer ones are files, and rarely are a part of one. */
const MOST_LAYERED = 256;

/** The value as it may stand before it is escaped or encoded once more. */
function inner_of(value: string): readonly string[] {
  const normal = (['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((form) => value.normalize(form));
  const layered = [
    json(value),
    ascii_json(value),
    attribute(value),
    encodeURIComponent(value),
    encodeURIComponent(json(value)),
  ];
  return unique([
    value,
    ...normal,
    // UTF-8 that was read as Latin-1, as browsers do with headers.
    Array.from(utf8(value), (byte) => String.fromCharCode(byte)).join(''),
    ...(value.length <= MOST_LAYERED ? layered : []),
  ]);
}

/** Hexadecimal in both cases, and Base64 wherever the bytes stand in it. */
function opaque_of(text: string): readonly string[] {
  const bytes = utf8(text);
  const hex = to_hex(bytes);
  return [hex, hex.toUpperCase(), ...[0, 1, 2].flatMap((offset) => base64_inside(bytes, offset))];
}

/**
 * The part of the Base64 of a longer text that `bytes` alone decide, when they start `offset` bytes (modulo 3) into it.
 * In both alphabets.
 */
function base64_inside(bytes: Bytes, offset: number): string[] {
  const shifted = new Uint8Array(offset + bytes.length);
  shifted.set(bytes, offset);
  const whole = btoa(Array.from(shifted, (byte) => String.fromCharCode(byte)).join(''));
  const inside = whole.slice(Math.ceil((offset * 8) / 6), Math.floor((shifted.length * 8) / 6));
  return [inside, inside.replaceAll('+', '-').replaceAll('/', '_')];
}

/** All spellings of `value` in letters, each once. */
export function spellings_of(value: string): ReadonlySet<string> {
  const inner = inner_of(value);
  const texts = [...inner, ...inner.flatMap(opaque_of)];
  return new Set([...texts.flatMap(escapes_of), value.toLowerCase(), value.toUpperCase()]);
}

/** All of them as an answer may hold them, each once. */
export function bytes_of(value: string): readonly Bytes[] {
  const wide = new Set([...inner_of(value), value.toLowerCase(), value.toUpperCase()]);
  return [...spellings_of(value)].flatMap((text) => encodings_of(text, wide.has(text)));
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
