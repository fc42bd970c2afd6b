// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { StaticFiles } from './static_files.ts';
import { link_props, picture_src, static_path } from './static_path.ts';

const files: StaticFiles = { url: (path, use) => (path === 'cat.png' ? `blob:${use}` : undefined) };

it.each([
  ['app/static/cat.png', 'cat.png'],
  ['./app/static/img/cat.png', 'img/cat.png'],
  ['/app/static/cat.png?v=2#x', 'cat.png'],
  [' app/static/a%20cat.png', 'a cat.png'],
  ['app/static/100%.png', '100%.png'],
  ['app/static/../secrets.toml', '../secrets.toml'],
  ['app/static', undefined],
  ['my/app/static/cat.png', undefined],
  ['https://example.com/app/static/cat.png', undefined],
])('%j names %j', (address, path) => {
  expect(static_path(address)).toBe(path);
});

describe('an address in a text', () => {
  it('of a static file is that of its bytes', () => {
    expect(picture_src('app/static/cat.png', files)).toBe('blob:picture');
    expect(link_props('app/static/cat.png', files)).toEqual({
      href: 'blob:link',
      target: '_blank',
      rel: 'noopener noreferrer',
    });
  });

  it.each([
    ['there is no such file', files],
    ['the app serves none', undefined],
  ])('leads nowhere when %s', (_when, given) => {
    expect(picture_src('app/static/dog.png', given)).toBeUndefined();
    expect(link_props('app/static/dog.png', given)).toEqual({});
  });

  it('of any other kind is what it was', () => {
    expect(picture_src('https://example.com/a.png', files)).toBe('https://example.com/a.png');
    expect(link_props('https://example.com', files).href).toBe('https://example.com');
    expect(link_props('javascript:alert(1)', files)).toEqual({});
  });
});
