import { readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { temporary_folder } from '../testing/folder.ts';
import { find_set, keep_set } from './sets.ts';

const fill = (name: string) => (into: string) => writeFile(join(into, name), 'x');

it('keeps wheels, and finds them while they are whole and fresh', async () => {
  const folder = join((await temporary_folder()).path, 'set');
  expect(await find_set(folder)).toBeUndefined();
  await keep_set(folder, fill('a-1.whl'));
  const found = await find_set(folder);
  expect([found?.files.map((file) => basename(file)), found?.fresh]).toEqual([['a-1.whl'], true]);
  expect((await find_set(folder, Date.now() + 2 * 24 * 3600e3))?.fresh).toBe(false);
  await rm(join(folder, 'a-1.whl'));
  expect(await find_set(folder)).toBeUndefined();
});

it('a newer set takes the place of the whole older one, and a failed one leaves it', async () => {
  const above = (await temporary_folder()).path;
  const folder = join(above, 'set');
  await keep_set(folder, fill('a-1.whl'));
  await keep_set(folder, fill('a-2.whl'));
  await expect(keep_set(folder, async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect((await find_set(folder))?.files.map((file) => basename(file))).toEqual(['a-2.whl']);
  expect(await readdir(above)).toEqual(['set']);
});
