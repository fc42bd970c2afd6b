import { expect, it } from 'vitest';
import { is_kept, type Release, release_in, with_release } from './release.ts';

const release: Release = { id: 'r', files: [{ file: 'a\nb.js', size: 1, sha256: 's' }] };

it('is written into the program, in place of an older one', () => {
  const once = with_release('start();\nmore();\n', { ...release, id: 'older' });
  const twice = with_release(once, release);
  expect(release_in(twice)).toEqual(release);
  expect(twice.endsWith(';\nstart();\nmore();\n')).toBe(true);
  expect(twice).not.toContain('older');
});

it('is absent from a program that was not told one', () => {
  expect(release_in('start();')).toBeUndefined();
});

it('leaves out what the page does not need to start again', () => {
  const files = [
    'index.html',
    'sw.js',
    '_headers',
    'assets/whole-x.js',
    'assets/a.js',
    'assets/a.js.map',
    'embed.js',
  ];
  expect(files.filter(is_kept)).toEqual(['index.html', 'assets/a.js']);
});
