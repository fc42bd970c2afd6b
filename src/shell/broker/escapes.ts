/** The ways in which languages and formats write a text inside of another one: what a server may do with what it was sent. */
import { to_hex } from '../../share/bytes.ts';
import { utf8 } from './bytes.ts';

export type Escape = (text: string) => readonly string[];

const upper = (hex: string) => hex.toUpperCase();
const same = (text: string) => text;
const not_ascii = /[^\x20-\x7e]/gu;

/** Each byte of UTF-8 that `escaped` names, as `write` has it. */
const by_byte = (escaped: (letter: string) => boolean, write: (hex: string) => string) => (text: string) =>
  Array.from(utf8(text), (byte) => {
    const letter = String.fromCharCode(byte);
    return byte > 127 || escaped(letter) ? write(to_hex(Uint8Array.of(byte))) : letter;
  }).join('');

export const json = (text: string) => JSON.stringify(text).slice(1, -1);

/** Escapes `letters` besides what JSON must: each server language has its own idea of which are safe. */
const json_but =
  (letters: RegExp, write: (hex: string) => string = same) =>
  (text: string) =>
    json(text).replaceAll(letters, (letter) => unicode_escape(letter, write));

/** JSON that any encoding of letters can carry. */
export const ascii_json = json_but(/[^\x20-\x7e]/g);

const jsons: Escape = (text) => [
  json(text),
  json(text).replaceAll('/', '\\/'),
  ascii_json(text),
  // PHP
  ascii_json(text).replaceAll('/', '\\/'),
  // Go
  json_but(/[&<>\u2028\u2029]/g)(text),
  // Gson
  json_but(/[=&<>'\u2028\u2029]/g)(text),
  // .NET, which escapes the double quote so, too
  json_but(/\\"|[&'+<>`]|[^\x20-\x7e]/g, upper)(text),
];

/** `write` says in which case the digits are. */
function unicode_escape(letter: string, write: (hex: string) => string): string {
  const plain = letter.replace('\\', '');
  return Array.from({ length: plain.length }, (_, at) => plain.charCodeAt(at))
    .map((unit) => `\\u${write(unit.toString(16).padStart(4, '0'))}`)
    .join('');
}

/** Percent-encodes all but letters, digits and `kept`. */
const percent_but = (kept: string) =>
  by_byte(
    (letter) => !/[A-Za-z0-9]/.test(letter) && !kept.includes(letter),
    (hex) => `%${upper(hex)}`,
  );

/**
 * What stays as it is in: a query of fetch, `encodeURIComponent`, a path of the page's own making, RFC 3986, Python's
 * `quote`, `encodeURI`, forms.
 */
const percents = ['-_.!~*()', "-_.!~*'()", "-_.!~*'()/", '-_.~', '-_.~/', "-_.!~*'();/?:@&=+$,#", '*-._'].map(
  percent_but,
);

/** In both cases of its digits, and with a space as forms write it. */
const percent_spellings: Escape = (text) =>
  percents
    .map((percent) => percent(text))
    .flatMap((one) => [one, one.replaceAll('%20', '+')])
    .flatMap((one) => [one, one.replaceAll(/%../g, (code) => code.toLowerCase())]);

type Entities = Readonly<Record<string, string>>;

const always: Entities = { '&': '&amp;', '<': '&lt;' };

/** `&` and `<` are everywhere the same; these are not. */
const entities: readonly Entities[] = [
  // A text of XML, and an attribute.
  { '>': '&gt;' },
  { '>': '&gt;', '"': '&quot;' },
  { '>': '&gt;', '"': '&quot;', "'": '&apos;' },
  // Python, Django
  { '>': '&gt;', '"': '&quot;', "'": '&#x27;' },
  // Ruby, lodash
  { '>': '&gt;', '"': '&quot;', "'": '&#39;' },
  // markupsafe
  { '>': '&gt;', '"': '&#34;', "'": '&#39;' },
  // PHP
  { '>': '&gt;', '"': '&quot;', "'": '&#039;' },
  // Go
  { '>': '&gt;', '"': '&#34;', "'": '&#39;', '+': '&#43;' },
  // .NET
  { '>': '&gt;', '"': '&quot;', "'": '&#x27;', '+': '&#x2B;' },
  // Mustache
  { '>': '&gt;', '"': '&quot;', "'": '&#39;', '/': '&#x2F;', '`': '&#x60;', '=': '&#x3D;' },
  // OWASP
  { '>': '&gt;', '"': '&quot;', "'": '&#x27;', '/': '&#x2F;' },
];

const in_html = (one: Entities) => (text: string) =>
  Array.from(text, (letter) => always[letter] ?? one[letter] ?? letter).join('');

const htmls: Escape = (text) => {
  const code = (letter: string) => letter.codePointAt(0) as number;
  return entities
    .map((one) => in_html(one)(text))
    .flatMap((one) => [
      one,
      one.replaceAll(not_ascii, (letter) => `&#${code(letter)};`),
      one.replaceAll(not_ascii, (letter) => `&#x${upper(code(letter).toString(16))};`),
    ]);
};

export const attribute = in_html({ '>': '&gt;', '"': '&quot;', "'": '&#39;' });

const python = (text: string) => text.replaceAll(/[\\']/g, '\\$&');

const others: Escape = (text) => [
  // Python's `repr`, of texts and of bytes
  text.replaceAll('\\', '\\\\'),
  python(text),
  by_byte(
    () => false,
    (hex) => `\\x${hex}`,
  )(python(text)),
  // Tables of commas, SQL, a shell
  text.replaceAll('"', '""'),
  text.replaceAll("'", "''"),
  text.replaceAll("'", `'\\''`),
  // Quoted-printable
  by_byte(
    (letter) => letter === '=',
    (hex) => `=${upper(hex)}`,
  )(text),
];

/** Every way in which `text` may stand in another one, itself first. */
export const escapes_of: Escape = (text) => [
  text,
  ...percent_spellings(text),
  ...jsons(text),
  ...htmls(text),
  ...others(text),
];
