import { expect, it } from 'vitest';
import { spellings_of } from './spellings_of.ts';

const value = `it's!"a&b"/ä<=+`;

it.each([
  ['a query that fetch wrote', `it%27s!%22a%26b%22%2F%C3%A4%3C%3D%2B`],
  ['encodeURIComponent', encodeURIComponent(value)],
  ["Python's quote", 'it%27s%21%22a%26b%22/%C3%A4%3C%3D%2B'],
  ["Python's quote with nothing safe, lower-case", 'it%27s%21%22a%26b%22%2f%c3%a4%3c%3d%2b'],
  ['a form', 'it%27s%21%22a%26b%22%2F%C3%A4%3C%3D%2B'],
  ['JSON', String.raw`it's!\"a&b\"/ä<=+`],
  ["Python's json", String.raw`it's!\"a&b\"/\u00e4<=+`],
  ["PHP's JSON", String.raw`it's!\"a&b\"\/\u00e4<=+`],
  ["Go's JSON", String.raw`it's!\"a\u0026b\"/ä\u003c=+`],
  ["Gson's JSON", String.raw`it\u0027s!\"a\u0026b\"/ä\u003c\u003d+`],
  [".NET's JSON", String.raw`it\u0027s!\u0022a\u0026b\u0022/\u00E4\u003C=\u002B`],
  ['JSON in JSON', String.raw`it's!\\\"a&b\\\"/ä<=+`],
  ['a header that a browser read as Latin-1', `it's!"a&b"/Ã¤<=+`],
])('knows how it looks in %s', (_where, text) => {
  expect(spellings_of(value)).toContain(text);
});

it('has no further spelling of what nobody escapes', () => {
  const plain = [...spellings_of('abcdefghijkl')].filter((text) => text.includes('abc'));
  expect(plain).toEqual(['abcdefghijkl']);
});
