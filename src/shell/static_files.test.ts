import { afterEach, expect, it } from 'vitest';
import { serve_static, type_of } from './static_files.ts';

const blob = new Blob(['x']);
const served = serve_static({
  entrypoint: 'src/app.py',
  files: {
    'src/static/cat.png': blob,
    'src/static/a/b.pdf': blob,
    'src/secret.toml': blob,
    'static/no.png': blob,
  },
});
afterEach(served.close);

it.each([
  ['cat.png', true],
  ['a/b.pdf', true],
  ['a', false],
  ['no.png', false],
  ['../secret.toml', false],
  ['a/../cat.png', false],
  ['', false],
  ['__proto__', false],
])('%j is there: %j', (path, there) => {
  expect(served.url(path, 'link') !== undefined).toBe(there);
});

it('one file has one address', () => {
  expect(served.url('cat.png', 'picture')).toBe(served.url('cat.png', 'link'));
});

it.each([
  ['a.PNG', 'link', 'image/png'],
  ['a.pdf', 'link', 'application/pdf'],
  ['a.json', 'link', 'application/json'],
  ['a.svg', 'picture', 'image/svg+xml'],
  ['a.svg', 'link', 'text/plain'],
  ['a.html', 'link', 'text/plain'],
  ['a.xhtml', 'link', 'text/plain'],
  ['a.js', 'link', 'text/plain'],
  ['a.xml', 'picture', 'text/plain'],
  ['a.zip', 'link', 'text/plain'],
  ['a', 'link', 'text/plain'],
  ['a.constructor', 'link', 'text/plain'],
] as const)('what %s is as a %s: %s', (path, use, type) => {
  expect(type_of(path, use)).toBe(type);
});
