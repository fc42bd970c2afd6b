/** How a secret may look when a host sends it back: the ways in which servers quote what they were sent. */
import { to_hex } from '../../share/bytes.ts';
import { type Bytes, utf8 } from './bytes.ts';

type Spell = (value: string) => readonly string[];

const html = (apostrophe: string) => (value: string) =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", apostrophe);

const json = (value: string) => JSON.stringify(value).slice(1, -1);

/** Escapes `letters` besides what JSON must: each server language has its own idea of which are safe. */
const json_but =
  (letters: RegExp, write: (hex: string) => string = (hex) => hex) =>
  (value: string) =>
    json(value).replaceAll(letters, (letter) => unicode_escape(letter, write));

const upper = (hex: string) => hex.toUpperCase();
const not_ascii = /[^\x20-\x7e]/g;

/** Percent-encodes all but letters, digits and `kept`, byte by byte. */
const percent_but = (kept: string) => (value: string) =>
  Array.from(utf8(value), (byte) => {
    const letter = String.fromCharCode(byte);
    return byte < 128 && (/[A-Za-z0-9]/.test(letter) || kept.includes(letter))
      ? letter
      : `%${upper(to_hex(Uint8Array.of(byte)))}`;
  }).join('');

/** What stays as it is in: a query of fetch, `encodeURIComponent`, RFC 3986, Python's `quote`, `encodeURI`, forms. */
const percents = ['-_.!~*()', "-_.!~*'()", '-_.~', '-_.~/', "-_.!~*'();/?:@&=+$,#", '*-._'].map(percent_but);

/** In both cases of its digits, and with a space as forms write it. */
const percent_spellings = (text: string) =>
  [text, text.replaceAll('%20', '+')].flatMap((one) => [
    one,
    one.replaceAll(/%../g, (code) => code.toLowerCase()),
  ]);

const spells: readonly Spell[] = [
  (value) => [value],
  (value) => percents.flatMap((percent) => percent_spellings(percent(value))),
  (value) => [
    json(value),
    json(value).replaceAll('/', '\\/'),
    json_but(not_ascii)(value),
    // PHP
    json_but(not_ascii)(value).replaceAll('/', '\\/'),
    // Go
    json_but(/[&<>\u2028\u2029]/g)(value),
    // Gson
    json_but(/[=&<>'\u2028\u2029]/g)(value),
    // .NET, which escapes the double quote so, too
    json_but(/\\"|[&'+<>`]|[^\x20-\x7e]/g, upper)(value),
    // JSON that stands as a text in JSON
    json(json(value)),
    json(json_but(not_ascii)(value)),
  ],
  // UTF-8 that was read as Latin-1, as browsers do with headers.
  (value) => [Array.from(utf8(value), (byte) => String.fromCharCode(byte)).join('')],
  (value) => [html('&#39;')(value), html('&#x27;')(value), html("'")(value)],
  (value) => [to_hex(utf8(value)), to_hex(utf8(value)).toUpperCase()],
  (value) => [0, 1, 2].flatMap((offset) => base64_inside(utf8(value), offset)),
];

/** `write` says in which case the digits are. */
function unicode_escape(letter: string, write: (hex: string) => string): string {
  const plain = letter.replace('\\', '');
  return Array.from(plain, (unit) => `\\u${write(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`).join(
    '',
  );
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

/** All spellings of `value`, each once. */
export function spellings_of(value: string): ReadonlySet<string> {
  return new Set(spells.flatMap((spell) => spell(value)));
}
