import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { is_whole_zip } from '../../src/worker/python/engine/blobs.ts';
import { is_shipped, zip_python } from './python_zip.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function folder_of(paths: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tablit-zip-'));
  folders.push(folder);
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `# ${path}\n`);
  }
  return folder;
}

test.each([
  ['streamlit/__init__.py', true],
  ['streamlit/py.typed', true],
  ['streamlit/_names.txt', true],
  ['streamlit/elements/inputs/slider.py', true],
  ['tablit/engine.py', true],
  ['streamlit/tests/slider.py', false],
  ['streamlit/test_slider.py', false],
  ['streamlit/conftest.py', false],
  ['streamlit/__pycache__/slider.cpython-314.pyc', false],
  ['engine/boot.ts', false],
  ['setup.py', false],
])('%s is shipped: %s', (path, expected) => {
  expect(is_shipped(path)).toBe(expected);
});

test('the archive is the same bytes whatever the order and times of the files', async () => {
  const paths = ['streamlit/b.py', 'streamlit/a.py', 'tablit/c.py'];
  const [first, second] = [await folder_of(paths), await folder_of(paths.toReversed())];
  await utimes(join(second, 'streamlit/a.py'), 1, 1);
  const archive = await zip_python(first);
  expect(await zip_python(second)).toEqual(archive);
  expect(Object.keys(unzipSync(archive))).toEqual(['streamlit/a.py', 'streamlit/b.py', 'tablit/c.py']);
});

test('the archive of this repository is whole', async () => {
  expect(is_whole_zip(await zip_python())).toBe(true);
});

test('a folder without Python is an error that names it', async () => {
  const folder = await folder_of(['readme.txt']);
  await expect(zip_python(folder)).rejects.toThrow(folder);
});
