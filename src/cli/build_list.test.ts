import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { both_lists, parse_build_list, print_build_list } from './build_list.ts';
import { temporary_folder } from './testing/folder.ts';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);
const list = (entries: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(entries).map(([path, hashes]) => [path, new Set(hashes)]));

it('is read as it was printed', () => {
  const written = list({ 'index.html': [a], 'assets/x y.js': [a, b] });
  expect(parse_build_list(print_build_list(written))).toEqual(written);
  expect(print_build_list(written)).toBe(`${a}  assets/x y.js\n${b}  assets/x y.js\n${a}  index.html\n`);
});

it('is what `sha256sum -c` reads', async () => {
  const { path } = await temporary_folder({ 'ä b.txt': 'x' });
  const sha256 = createHash('sha256').update('x').digest('hex');
  await writeFile(join(path, 'sums'), print_build_list(list({ 'ä b.txt': [sha256] })));
  const said = execFileSync('sha256sum', ['-c', 'sums'], { cwd: path, encoding: 'utf8' });
  expect(said).toContain('OK');
});

it.each(['', 'my own notes', `${a} index.html`, `${a}  index.html\nand more\n`, '<!doctype html>', `${a}  `])(
  'is nothing else: %j',
  (text) => expect(parse_build_list(text)).toBeUndefined(),
);

it.each(['../x', 'a/../b', '/etc/hosts', 'a//b', './a', 'a/', 'C:\\x'])(
  'holds no path that leads out: %s',
  (path) => {
    expect(parse_build_list(`${a}  index.html\n${a}  ${path}\n`)).toBeUndefined();
  },
);

it('knows what may stand there while a build is under way', () => {
  expect(both_lists(list({ x: [a], y: [a] }), list({ x: [b], z: [b] }))).toEqual(
    list({ x: [a, b], y: [a], z: [b] }),
  );
});
