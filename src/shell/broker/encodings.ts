/** The bytes of a text in the encodings that hosts still answer in. */
import { type Bytes, utf8 } from './bytes.ts';

/** Of one byte for each letter, as browsers name them; `windows-1252` is what they take Latin-1 for. */
const labels = [
  'windows-1252',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'koi8-r',
  'ibm866',
  'macintosh',
] as const;

type Alphabet = ReadonlyMap<string, number>;

/** Made when a value first has other letters than those of ASCII, which is rare. */
let alphabets: readonly Alphabet[] | undefined;

function alphabet_of(label: string): Alphabet {
  const letters = new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return new Map(Array.from(letters, (letter, byte) => [letter, byte] as const));
}

const latin1: Alphabet = new Map(
  Array.from({ length: 256 }, (_, byte) => [String.fromCharCode(byte), byte] as const),
);

/** Undefined for a text with letters that the alphabet has not. */
function in_alphabet(text: string, alphabet: Alphabet): Bytes | undefined {
  const bytes = Array.from(text, (letter) => alphabet.get(letter));
  return bytes.every((byte) => byte !== undefined) ? Uint8Array.from(bytes) : undefined;
}

/** The bytes of `text` in Latin-1; undefined where it has letters that Latin-1 has not. */
export function in_latin1(text: string): Bytes | undefined {
  return in_alphabet(text, latin1);
}

function utf16(text: string, little_endian: boolean): Bytes {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little_endian);
  return bytes;
}

/** UTF-8 first; with `wide` UTF-16 in both orders; the others where they are not what UTF-8 is. */
export function encodings_of(text: string, wide: boolean): readonly Bytes[] {
  const all = [utf8(text), ...(wide ? [utf16(text, true), utf16(text, false)] : [])];
  if (/^[\0-\x7f]*$/.test(text)) return all;
  alphabets ??= [latin1, ...labels.map(alphabet_of)];
  const single = alphabets.map((alphabet) => in_alphabet(text, alphabet));
  return [...all, ...single.filter((bytes) => bytes !== undefined)];
}
