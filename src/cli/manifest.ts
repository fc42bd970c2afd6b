/** The site as an app that can be installed: its manifest gets the app's name. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `name`: the app's script or folder. */
export async function write_manifest(folder: string, name: string): Promise<void> {
  const path = join(folder, 'manifest.webmanifest');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Readonly<Record<string, unknown>>;
  const title = app_title(name);
  await writeFile(path, JSON.stringify({ ...manifest, name: title, short_name: title }, undefined, 2));
}

/** `sales_report.py` → `Sales report`. */
export function app_title(name: string): string {
  const words = name.replace(/\.py$/, '').replaceAll(/[_-]+/g, ' ').trim();
  return words === '' ? name : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
