import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BUILD_LIST, print_build_list } from './build_list.ts';
import { make_folder } from './make_folder.ts';
import { place_site } from './place_site.ts';
import { temporary_folder } from './testing/folder.ts';

const first = { 'index.html': 'one', 'app.0123456789.tablit': '1', 'packages/x-1.whl': 'w', _headers: 'h' };
const second = { 'index.html': 'two', 'app.abcdefabcd.tablit': '2', _headers: 'h' };

async function place(out: string, files: Readonly<Record<string, string>>): Promise<void> {
  await place_site((await temporary_folder(files)).path, out, 'site');
}

async function content(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== BUILD_LIST);
  const read = files.map(async ({ parentPath, name }) => {
    const place = join(parentPath, name);
    return [place.slice(folder.length + 1), await readFile(place, 'utf8')] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

const sum = (text: string) => createHash('sha256').update(text).digest('hex');
const by_hand = (files: Readonly<Record<string, string>>) =>
  print_build_list(new Map(Object.entries(files).map(([path, text]) => [path, new Set([sum(text)])])));

it('replaces the build before, removes what that had of its app, and leaves everything else', async () => {
  const { path, put } = await temporary_folder({
    'notes.txt': 'mine',
    'app.fedcba9876.tablit': 'of someone else',
  });
  await place(path, first);
  await put('packages/mine.whl', 'mine');
  await place(path, second);
  expect(await content(path)).toEqual({
    ...second,
    'notes.txt': 'mine',
    'app.fedcba9876.tablit': 'of someone else',
    'packages/mine.whl': 'mine',
  });
});

it.each<[string, Record<string, string>, string]>([
  ['a page of someone else', { 'index.html': '<h1>' }, 'index.html'],
  ['a file of a host', { _headers: '/*' }, '_headers'],
  ['a file where a folder is to be', { packages: '' }, 'packages'],
  ['a folder where a file is to be', { 'index.html/x': '' }, 'index.html'],
  ['a list of one’s own', { [BUILD_LIST]: 'my checksums' }, BUILD_LIST],
])('refuses %s by name, and touches nothing', async (_what, there, name) => {
  const { path } = await temporary_folder(there);
  const before = await content(path);
  const message = expect.stringContaining(`in site: ${name}.`);
  await expect(place(path, first)).rejects.toMatchObject({ code: 'not_writable', message });
  expect(await content(path)).toEqual(before);
});

it('refuses what was changed since it was built', async () => {
  const { path, put } = await temporary_folder();
  await place(path, first);
  await put('_headers', 'my own header');
  const message = expect.stringContaining('_headers (changed since it was built)');
  await expect(place(path, second)).rejects.toMatchObject({ code: 'not_writable', message });
  expect(await content(path)).toEqual({ ...first, _headers: 'my own header' });
  await rm(join(path, '_headers'));
  await place(path, second);
  expect(await content(path)).toEqual(second);
});

it('keeps a file of the build before that somebody changed, where the new one has none', async () => {
  const { path, put } = await temporary_folder();
  await place(path, first);
  await put('packages/x-1.whl', 'another');
  await place(path, second);
  expect(await content(path)).toEqual({ ...second, 'packages/x-1.whl': 'another' });
});

it('goes on after a build that was cut off', async () => {
  const { path, put } = await temporary_folder();
  await place(path, first);
  // As after the first of the new files: the list names both.
  await put(BUILD_LIST, by_hand(first) + by_hand(second));
  await put('index.html', second['index.html']);
  await put('tablit.partial', 'half of a fi');
  await place(path, second);
  expect(await content(path)).toEqual(second);
});

it('deletes nothing that no build writes, whatever the list says', async () => {
  const { path } = await temporary_folder({ 'keep.txt': 'k', 'site/.git/HEAD': 'k', 'site/notes.txt': 'k' });
  const site = join(path, 'site');
  const lies = { '.git/HEAD': 'k', 'notes.txt': 'k' };
  await writeFile(join(site, BUILD_LIST), by_hand(lies));
  await place(site, second);
  expect(await content(path)).toMatchObject({
    'keep.txt': 'k',
    'site/.git/HEAD': 'k',
    'site/notes.txt': 'k',
  });
});

it('neither writes nor deletes through a link', async () => {
  const { path } = await temporary_folder({ 'other/x-1.whl': 'w', 'other/index.html': 'one' });
  const site = join(path, 'site');
  await mkdir(site);
  await writeFile(join(site, BUILD_LIST), by_hand(first));
  await symlink(join(path, 'other'), join(site, 'packages'));
  await place(site, second);
  await symlink(join(path, 'other/index.html'), join(site, 'icon.svg'));
  await expect(place(site, { ...second, 'icon.svg': 'i' })).rejects.toMatchObject({ code: 'not_writable' });
  expect(await content(join(path, 'other'))).toEqual({ 'x-1.whl': 'w', 'index.html': 'one' });
});

it('makes folders one in the other, and says where it cannot', async () => {
  const { path } = await temporary_folder({ 'a.txt': '' });
  await make_folder(join(path, 'b/c/d'));
  await make_folder(join(path, 'b/c/d'));
  expect(await readdir(join(path, 'b/c'))).toEqual(['d']);
  await expect(make_folder(join(path, 'a.txt/b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});
