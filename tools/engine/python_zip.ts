/** The Python packages of the worker as one archive, the same bytes for the same sources on every machine. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Zippable, zipSync } from 'fflate';

/** The folder that holds the `streamlit` and `tablit` packages. */
export const python_root = fileURLToPath(new URL('../../src/worker/python/', import.meta.url));

const packages = ['streamlit', 'tablit'];

/** Zip has no time before 1980; local fields, as that is what fflate writes. */
const mtime = new Date(1980, 0, 1);

/** Whether a file, by its path with `/` inside `python_root`, goes to the reader: code and its data, and no tests. */
export function is_shipped(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  const is_code = /\.(py|txt|json)$/.test(name) || name === 'py.typed';
  const is_test = parts.includes('tests') || name.startsWith('test_') || name === 'conftest.py';
  return packages.includes(parts[0] ?? '') && is_code && !is_test && !parts.includes('__pycache__');
}

/** The archive of `root`'s packages, with files in the order of their paths. Throws when `root` has none. */
export async function zip_python(root: string = python_root): Promise<Uint8Array<ArrayBuffer>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(is_shipped)
    .sort();
  if (paths.length === 0) throw new Error(`There is no Python in ${root}.`);
  const contents = await Promise.all(paths.map((path) => readFile(join(root, path))));
  return zip_files(Object.fromEntries(paths.map((path, index) => [path, contents[index] as Uint8Array])));
}

/** A zip of `files` by path: sorted, dated 1980, best compression. */
export function zip_files(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const zippable: Zippable = Object.fromEntries(
    sorted.map(([path, bytes]) => [path, [bytes, { mtime, level: 9 }]]),
  );
  return zipSync(zippable, { mtime, os: 3 });
}
