import { expect, it } from 'vitest';
import { utf8 } from './bytes.ts';
import { bytes_of, spellings_of } from './spellings_of.ts';

const value = `it's!"a&b"/ä<=+`;

it.each([
  ['a query that fetch wrote', `it%27s!%22a%26b%22%2F%C3%A4%3C%3D%2B`],
  ['encodeURIComponent', encodeURIComponent(value)],
  ["Python's quote", 'it%27s%21%22a%26b%22/%C3%A4%3C%3D%2B'],
  ["Python's quote with nothing safe, lower-case", 'it%27s%21%22a%26b%22%2f%c3%a4%3c%3d%2b'],
  ['a path that the page wrote', "it's!%22a%26b%22/%C3%A4%3C%3D%2B"],
  ['a form', 'it%27s%21%22a%26b%22%2F%C3%A4%3C%3D%2B'],
  ['an address in an address', encodeURIComponent(encodeURIComponent(value))],
  ['JSON', String.raw`it's!\"a&b\"/ä<=+`],
  ["Python's json", String.raw`it's!\"a&b\"/\u00e4<=+`],
  ["PHP's JSON", String.raw`it's!\"a&b\"\/\u00e4<=+`],
  ["Go's JSON", String.raw`it's!\"a\u0026b\"/ä\u003c=+`],
  ["Gson's JSON", String.raw`it\u0027s!\"a\u0026b\"/ä\u003c\u003d+`],
  [".NET's JSON", String.raw`it\u0027s!\u0022a\u0026b\u0022/\u00E4\u003C=\u002B`],
  ['JSON in JSON', String.raw`it's!\\\"a&b\\\"/ä<=+`],
  ['JSON in an attribute of HTML', String.raw`it&#39;s!\&quot;a&amp;b\&quot;/ä&lt;=+`],
  ['JSON in an address', encodeURIComponent(JSON.stringify(value).slice(1, -1))],
  ['an address in HTML', 'it&#39;s!%22a%26b%22%2F%C3%A4%3C%3D%2B'],
  ['a header that a browser read as Latin-1', `it's!"a&b"/Ã¤<=+`],
  ["Python's html.escape", 'it&#x27;s!&quot;a&amp;b&quot;/ä&lt;=+'],
  ["markupsafe's escape", 'it&#39;s!&#34;a&amp;b&#34;/ä&lt;=+'],
  ["PHP's htmlspecialchars", 'it&#039;s!&quot;a&amp;b&quot;/ä&lt;=+'],
  ["Go's template", 'it&#39;s!&#34;a&amp;b&#34;/ä&lt;=&#43;'],
  [".NET's HtmlEncoder", 'it&#x27;s!&quot;a&amp;b&quot;/&#xE4;&lt;=&#x2B;'],
  ['Mustache', 'it&#39;s!&quot;a&amp;b&quot;&#x2F;ä&lt;&#x3D;+'],
  ['XML in ASCII', 'it\'s!"a&amp;b"/&#228;&lt;=+'],
  ['XML', 'it&apos;s!&quot;a&amp;b&quot;/ä&lt;=+'],
  ["Python's repr", String.raw`it\'s!"a&b"/ä<=+`],
  ["Python's repr of bytes", String.raw`it\'s!"a&b"/\xc3\xa4<=+`],
  ['a table of commas', `it's!""a&b""/ä<=+`],
  ['SQL', `it''s!"a&b"/ä<=+`],
  ['quoted-printable', `it's!"a&b"/=C3=A4<=3D+`],
  ['letters that were taken apart', value.normalize('NFD')],
  ['small letters', value.toLowerCase()],
  ['capitals', value.toUpperCase()],
])('knows how it looks in %s', (_where, text) => {
  expect(spellings_of(value)).toContain(text);
});

it.each([
  ['Base64', Buffer.from(`{"k":"${value}"}`).toString('base64')],
  ['Base64 in a form', encodeURIComponent(Buffer.from(`ab${value}--`).toString('base64'))],
  ["Base64 in PHP's JSON", Buffer.from(`b${value}--`).toString('base64').replaceAll('/', '\\/')],
  ["Base64 in .NET's JSON", Buffer.from(`b${value}--`).toString('base64').replaceAll('+', '\\u002B')],
  ['Base64 of JSON', Buffer.from(JSON.stringify({ value })).toString('base64')],
  ['hexadecimal of JSON', Buffer.from(JSON.stringify({ value })).toString('hex')],
])('finds it inside of %s', (_where, text) => {
  // All but the letters at its ends, of which neighbours have a part.
  const found = [...spellings_of(value)].filter((spelling) => text.includes(spelling));
  expect(Math.max(...found.map(({ length }) => length))).toBeGreaterThanOrEqual(utf8(value).length);
});

it.each([
  ['Latin-1', 'latin1', `it's!"a&b"/ä<=+`],
  ['UTF-16', 'utf16le', `it's!"a&b"/ä<=+`],
  ['UTF-16 with JSON', 'utf16le', String.raw`it's!\"a&b\"/ä<=+`],
  ['Latin-1 with HTML', 'latin1', 'it&#39;s!&quot;a&amp;b&quot;/ä&lt;=+'],
] as const)('knows its bytes in %s', (_where, encoding, text) => {
  const all = [...bytes_of(value)].map((bytes) => Buffer.from(bytes).toString('hex'));
  expect(all).toContain(Buffer.from(text, encoding).toString('hex'));
});

it('knows its bytes in the encodings of one byte for each letter that browsers know', () => {
  const key = [...bytes_of('Ключ-доступа')].map((bytes) => Buffer.from(bytes).toString('hex'));
  expect(key).toContain('ebccc0de2dc4cfd3d4d5d0c1');
  expect(key).toContain('caebfef72de4eef1f2f3efe0');
  expect([...bytes_of('zehn € für mich')].map((bytes) => Buffer.from(bytes).toString('hex'))).toContain(
    `${Buffer.from('zehn ').toString('hex')}80${Buffer.from(' für mich', 'latin1').toString('hex')}`,
  );
});

it('has no further spelling of what nobody escapes', () => {
  const plain = [...spellings_of('abcdefghijkl')].filter((text) => text.includes('abc'));
  expect(plain).toEqual(['abcdefghijkl']);
});

it('stays of a size that can be looked for, for the worst of values', () => {
  expect([...bytes_of(`"'&<>/\\+= ä€%`.repeat(10))].length).toBeLessThan(20_000);
  expect([...bytes_of('sk-live-7f3c9a1b2d4e5f60718293a4b5c6d7e8')].length).toBeLessThan(60);
});
