import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { release_in } from '../share/release.ts';
import { SITE_ELEMENT, site_in } from '../share/site.ts';
import { close_release } from './release.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tablit-release-'));
  await mkdir(join(folder, 'engine'));
  await put('index.html', `<script type="application/json" id="${SITE_ELEMENT}">{"version":"1"}</script>`);
  await put('sw.js', 'start();');
  await put('engine/a.gz', gzipSync('abc'));
  await put('_headers', 'x');
});
afterEach(() => rm(folder, { recursive: true }));

const put = (file: string, content: string | Uint8Array) => writeFile(join(folder, file), content);
const get = (file: string) => readFile(join(folder, file), 'utf8');

it('lists what the browser keeps, the page with the release that it names', async () => {
  const release = await close_release(folder);
  expect(release.files.map(({ file }) => file)).toEqual(['index.html', 'engine/a.gz']);
  expect(site_in(await get('index.html')).offline).toEqual({ worker: 'sw.js', release: release.id });
  expect(release_in(await get('sw.js'))).toEqual(release);
  expect(release.files[1]?.raw_sha256).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

it('gives the same release for the same files, however often', async () => {
  const [first, again] = [await close_release(folder), await close_release(folder)];
  expect(again).toEqual(first);
});

it('gives another release when any file has changed, the page too', async () => {
  const first = await close_release(folder);
  await put('engine/a.gz', gzipSync('abd'));
  const second = await close_release(folder);
  expect(second.id).not.toBe(first.id);
  await put('index.html', `${await get('index.html')} `);
  expect((await close_release(folder)).id).not.toBe(second.id);
});

it('keeps no file that is gone', async () => {
  await close_release(folder);
  await rm(join(folder, 'engine/a.gz'));
  expect((await close_release(folder)).files.map(({ file }) => file)).toEqual(['index.html']);
});

it('adds what is named to the release that is there, and no file that lies about', async () => {
  await close_release(folder);
  await put('app.tablit', 'app');
  await put('old.tablit', 'old');
  const release = await close_release(folder, ['app.tablit']);
  expect(release.files.map(({ file }) => file)).toEqual(['index.html', 'app.tablit', 'engine/a.gz']);
});
