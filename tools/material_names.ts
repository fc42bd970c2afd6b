/**
 * The names that `:material/name:` may have, written for the Python package from the icon font's own list. Run it after
 * the font's package was updated; a test fails until it is.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { package_folder } from './python_env.ts';
import { root } from './run.ts';

export const target = join(package_folder, 'streamlit/_material_names.txt');
const list = join(root, 'node_modules/material-symbols/index.d.ts');

/** One name a line, sorted. */
export async function material_names(): Promise<string> {
  const names = (await readFile(list, 'utf8')).matchAll(/"([a-z0-9_]+)"/g);
  return `${[...names]
    .map(([, name]) => name)
    .sort()
    .join('\n')}\n`;
}

if (import.meta.main) await writeFile(target, await material_names());
