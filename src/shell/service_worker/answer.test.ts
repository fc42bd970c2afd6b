import { expect, it } from 'vitest';
import { address_of, from_shelf, path_of } from './answer.ts';
import { memory_shelf } from './testing.ts';

const scope = 'https://example.org/a/b/';
const get = { method: 'GET', mode: 'cors' } as const;
const visit = { method: 'GET', mode: 'navigate' } as const;

it.each([
  [{ ...get, url: `${scope}assets/x%20y.js` }, 'assets/x y.js'],
  [{ ...visit, url: scope }, 'index.html'],
  [{ ...visit, url: `${scope}?app=x&theme=dark` }, 'index.html'],
  [{ ...visit, url: `${scope}index.html?app=x` }, 'index.html'],
  [{ ...get, url: `${scope}assets/x.js?v=2` }, undefined],
  [{ ...get, url: 'https://example.org/a/other.js' }, undefined],
  [{ ...get, url: 'https://example.com/a/b/x.js' }, undefined],
  [{ ...get, method: 'POST', url: scope }, undefined],
  [{ ...get, url: `${scope}%zz` }, undefined],
])('%j is for %s', (request, path) => {
  expect(path_of(request, scope)).toBe(path);
});

it('finds a file by its address, and the page by its folder', () => {
  expect(address_of('apps/a b#1.tablit', scope)).toBe(`${scope}apps/a%20b%231.tablit`);
  expect(address_of('index.html', scope)).toBe(scope);
});

it('takes a file from the first release that has it', async () => {
  const shelf = memory_shelf(
    new Map([
      ['s1', 'one'],
      ['s2', 'two'],
    ]),
  );
  const release = (id: string, sha256: string) => ({ id, files: [{ file: 'a.js', size: 1, sha256 }] });
  const text = async (...ids: string[]) =>
    (
      await from_shelf(
        shelf,
        'a.js',
        ids.map((id) => release(id, `s${id}`)),
      )
    )?.text();
  expect(await text('1', '2')).toBe('one');
  expect(await text('2', '1')).toBe('two');
  expect(await from_shelf(shelf, 'b.js', [release('1', 's1')])).toBeUndefined();
});
