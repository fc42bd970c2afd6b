import { expect, it } from 'vitest';
import { type Around, is_among_own, sight_in, site_around } from './around.ts';

/** Windows from the outermost in; of `undefined` nothing can be read, as of one of another site. */
function windows(...origins: readonly (string | undefined)[]): Around {
  let outer: Around | undefined;
  for (const origin of origins) {
    const parent = outer;
    const made: Around = {
      get parent(): Around {
        return parent ?? made;
      },
      get origin(): string {
        if (origin === undefined) throw new DOMException('Blocked', 'SecurityError');
        return origin;
      },
    };
    outer = made;
  }
  return outer as Around;
}

it.each([
  ['by itself', ['https://a'], true],
  ['in its own site', ['https://a', 'https://a'], true],
  ['in its own site twice over', ['https://a', 'https://a', 'https://a'], true],
  ['in another site', [undefined, 'https://a'], false],
  ['in its own site in another', [undefined, 'https://a', 'https://a'], false],
  ['in another that can be read', ['https://b', 'https://a'], false],
  ['without an origin, in one without', ['null', 'null'], false],
] as const)('a page %s: among its own is %s %s', (_name, origins, expected) => {
  expect(is_among_own(windows(...origins))).toBe(expected);
});

it('knows how a question is seen', () => {
  expect(sight_in(windows('https://a', 'https://a'), undefined)).toBe('own');
  expect(sight_in(windows(undefined, 'https://a'), { isVisible: false })).toBe('watched');
  expect(sight_in(windows(undefined, 'https://a'), {})).toBe('unseen');
  expect(sight_in(windows(undefined, 'https://a'), undefined)).toBe('unseen');
});

it('names the site around as the browser does', () => {
  expect(site_around('https://news.example/a?b')).toBe('news.example');
  expect(site_around('')).toBeUndefined();
  expect(site_around('null')).toBeUndefined();
});
