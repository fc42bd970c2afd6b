import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Site, with_site } from '../share/site.ts';
import { clear_build } from './earlier_build.ts';
import { make_folder } from './make_folder.ts';
import { temporary_folder } from './testing/folder.ts';

const page = (site: Partial<Site>) =>
  with_site('<script type="application/json" id="tablit-site"></script>', { packages: [], ...site } as Site);
const wheel = (file: string) => ({ name: 'x', version: '1', file_name: 'x.whl', sha256: '', file });

it('removes the app and the wheels of the build before, and nothing else', async () => {
  const { path } = await temporary_folder({
    'app.0123456789.tablit': '',
    'app.abcdefabcd.tablit': 'of someone else',
    'packages/x-1-py3-none-any.whl': '',
    'notes.txt': '',
    'index.html': page({
      app: { kind: 'archive', name: 'x', url: 'app.0123456789.tablit' },
      packages: [wheel('packages/x-1-py3-none-any.whl')],
    }),
  });
  await clear_build(path);
  expect((await readdir(path)).sort()).toEqual([
    'app.abcdefabcd.tablit',
    'index.html',
    'notes.txt',
    'packages',
  ]);
  expect(await readdir(join(path, 'packages'))).toEqual([]);
});

it('deletes nothing that a page names outside of what a build writes', async () => {
  const { path } = await temporary_folder({
    'keep/notes.txt': '',
    'site/index.html': page({
      app: { kind: 'archive', name: 'x', url: '../keep/notes.txt' },
      packages: [wheel('packages/../../keep/notes.txt'), wheel('/etc/hosts')],
    }),
  });
  await clear_build(join(path, 'site'));
  expect(await readdir(join(path, 'keep'))).toEqual(['notes.txt']);
});

it('leaves the page of someone else alone, and an empty folder too', async () => {
  const { path } = await temporary_folder({ 'index.html': '<h1>My site</h1>' });
  await expect(clear_build(path)).rejects.toMatchObject({ code: 'not_writable' });
  await expect(clear_build(join(path, 'none'))).resolves.toBeUndefined();
});

it('makes folders one in the other, and says where it cannot', async () => {
  const { path } = await temporary_folder({ 'a.txt': '' });
  await make_folder(join(path, 'b/c/d'));
  await make_folder(join(path, 'b/c/d'));
  expect(await readdir(join(path, 'b/c'))).toEqual(['d']);
  await expect(make_folder(join(path, 'a.txt/b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});
