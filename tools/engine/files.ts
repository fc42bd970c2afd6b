/** Writes the engine's files as they are served: packed by gzip at its best, and named after their content. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { EngineFile } from './manifest.ts';

const pack = promisify(gzip);

const pyodide_folder = fileURLToPath(new URL('.', import.meta.resolve('pyodide')));

/** What a distribution consists of. */
export const engine_file_names = [
  'pyodide.mjs',
  'pyodide.asm.mjs',
  'pyodide.asm.wasm',
  'python_stdlib.zip',
  'pyodide-lock.json',
] as const;

/** Where Pyodide's own file `name` is. */
export function pyodide_file(name: (typeof engine_file_names)[number]): string {
  return join(pyodide_folder, name);
}

/** The version of the installed Pyodide. */
export async function pyodide_version(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(pyodide_folder, 'package.json'), 'utf8'));
  return (manifest as { readonly version: string }).version;
}

/** `pyodide.asm.wasm` of a given content → `pyodide.asm-0123456789ab.wasm`, and `.gz` when it is packed. */
export function hashed_name(name: string, sha256: string, packed: boolean): string {
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}-${sha256.slice(0, 12)}${name.slice(dot)}${packed ? '.gz' : ''}`;
}

/** Writes `content` into `folder` under its hashed name. Zip archives are not packed again. */
export async function write_engine_file(
  folder: string,
  name: string,
  content: Uint8Array,
): Promise<EngineFile> {
  const packed = !name.endsWith('.zip');
  const bytes = packed ? await pack(content, { level: 9 }) : content;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = hashed_name(name, sha256, packed);
  await writeFile(join(folder, file), bytes);
  return { name, file, size: bytes.length, sha256, raw_size: content.length };
}
