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
const percent = encodeURIComponent;

const spells: readonly Spell[] = [
  (value) => [value],
  (value) => [percent(value), percent(value).replaceAll(/%../g, (code) => code.toLowerCase())],
  (value) => [new URLSearchParams({ '': value }).toString().slice(1)],
  (value) => [
    json(value),
    json(value).replaceAll('/', '\\/'),
    json(value).replaceAll(/[^\x20-\x7e]/g, unicode_escape),
  ],
  (value) => [html('&#39;')(value), html('&#x27;')(value), html("'")(value)],
  (value) => [to_hex(utf8(value)), to_hex(utf8(value)).toUpperCase()],
  (value) => [0, 1, 2].flatMap((offset) => base64_inside(utf8(value), offset)),
];

function unicode_escape(letter: string): string {
  return Array.from(letter, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
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
