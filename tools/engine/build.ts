/**
 * Builds the engine's folder: Pyodide's files, the `streamlit` package and the memory image that holds it. Both parts
 * are cached under a hash of all that goes in, so that building again with the same Python is a copy.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { cached_files } from './cache.ts';
import { engine_file_names, pyodide_file, pyodide_version, write_engine_file } from './files.ts';
import type { EngineFile, EngineManifest } from './manifest.ts';
import { image_modules } from './modules.ts';
import { zip_files, zip_python } from './python_zip.ts';
import { make_image } from './snapshot.ts';

const stdlib_name = 'python_stdlib.zip';

/** To be raised when these tools write something else for the same input. */
const format = 11;

export interface EngineOptions {
  /** The archive of the Python packages; those of this repository unless given. */
  readonly archive?: Uint8Array<ArrayBuffer>;
}

/** Writes the engine's files and their manifest, `engine.json`, into `out_dir`, which is made if need be. */
export async function build_engine(out_dir: string, options: EngineOptions = {}): Promise<EngineManifest> {
  const archive = options.archive ?? (await zip_python());
  const version = await pyodide_version();
  const base = await cached_files('pyodide', hash_of(version), write_pyodide);
  const ours = await cached_files('engine', hash_of(version, image_modules, archive), (folder) =>
    write_ours(folder, archive),
  );
  await mkdir(out_dir, { recursive: true });
  for (const { folder, files } of [base, ours]) {
    await Promise.all(files.map(({ file }) => copyFile(join(folder, file), join(out_dir, file))));
  }
  const [image, python, stdlib_rest] = ours.files as readonly [EngineFile, EngineFile, EngineFile];
  const manifest: EngineManifest = { version, files: base.files, image, python, stdlib_rest };
  await writeFile(join(out_dir, 'engine.json'), JSON.stringify(manifest, undefined, 2));
  return manifest;
}

function write_pyodide(folder: string): Promise<readonly EngineFile[]> {
  return Promise.all(
    engine_file_names.map(async (name) =>
      write_engine_file(folder, name, await readFile(pyodide_file(name))),
    ),
  );
}

async function write_ours(folder: string, archive: Uint8Array): Promise<readonly EngineFile[]> {
  const image = await make_image(archive);
  return Promise.all([
    write_engine_file(folder, 'python.image', image.bytes),
    write_engine_file(folder, 'tablit.zip', archive),
    write_engine_file(folder, stdlib_name, await stdlib_without(image.inside)),
  ]);
}

/** The standard library's archive without what the image holds: the same files would travel twice. */
async function stdlib_without(inside: readonly string[]): Promise<Uint8Array> {
  const files = unzipSync(await readFile(pyodide_file(stdlib_name)));
  return zip_files(Object.fromEntries(Object.entries(files).filter(([path]) => !inside.includes(path))));
}

function hash_of(version: string, modules: readonly string[] = [], archive = new Uint8Array()): string {
  const inputs = JSON.stringify([format, version, modules]);
  return createHash('sha256').update(inputs).update(archive).digest('hex').slice(0, 16);
}
