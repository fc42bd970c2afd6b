/** Lays out the other engine as the proof's page wants it: plain files, and the wheels of a few packages. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  other_engine_files,
  other_engine_folder,
  other_engine_version,
  with_dependencies,
} from '../../tools/engine/other_engine.ts';
import { zip_python } from '../../tools/engine/python_zip.ts';

export async function build_other_engine(out: string, names: readonly string[]): Promise<void> {
  const from = await other_engine_folder();
  const lock = JSON.parse(await readFile(join(from, 'pyodide-lock.json'), 'utf8'));
  const packages = with_dependencies(lock, names).map(({ name, file_name }) => ({ name, file: file_name }));
  await mkdir(out, { recursive: true });
  for (const file of [...other_engine_files, ...packages.map(({ file }) => file)]) {
    await copyFile(join(from, file), join(out, file));
  }
  await writeFile(join(out, 'tablit.zip'), await zip_python());
  const files = other_engine_files.map((name) => ({ name, file: name }));
  const manifest = { version: other_engine_version, files, packages, python: { file: 'tablit.zip' } };
  await writeFile(join(out, 'engine.json'), JSON.stringify(manifest));
}
