/** Reads the app that a command names: one script, or a folder. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import {
  type Bytes,
  type LeftOut,
  type Project,
  project_of_files,
  ShareError,
  why_left_out,
} from '../share/index.ts';
import { CliError } from './errors.ts';

/** What belongs to an app of one script, when it stands beside it. */
const beside = ['requirements.txt', '.streamlit/config.toml'];

export interface App {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** Undefined: the whole folder; else only these paths in it. */
  readonly only: readonly string[] | undefined;
  readonly entrypoint: string | undefined;
}

/** Throws `no_such_file` or `not_a_script`. */
export async function find_app(path: string): Promise<App> {
  const place = resolve(path);
  const found = await stat(place).catch(() => undefined);
  if (!found)
    throw new CliError('no_such_file', `There is no ${path}.`, 'Name a Python script, or a folder with one.');
  const name = basename(place);
  if (found.isDirectory()) return { name, folder: place, only: undefined, entrypoint: undefined };
  if (!name.endsWith('.py')) {
    throw new CliError(
      'not_a_script',
      `${path} is not a Python script.`,
      'Name a file that ends with .py, or a folder.',
    );
  }
  return { name, folder: dirname(place), only: [name, ...beside], entrypoint: name };
}

export interface ReadApp {
  readonly project: Project;
  readonly left_out: readonly LeftOut[];
}

/** The app's files as they are now. Throws `no_entry` or `bad_app` with what the share rules say. */
export async function read_app(app: App): Promise<ReadApp> {
  const files = new Map<string, Bytes>();
  for (const path of await paths_of(app))
    files.set(path, new Uint8Array(await readFile(join(app.folder, path))));
  try {
    const intake = project_of_files(
      files,
      app.entrypoint === undefined ? {} : { entrypoint: app.entrypoint },
    );
    const skipped = app.only ? [] : await skipped_in(app.folder);
    return { project: intake.project, left_out: [...intake.left_out, ...skipped] };
  } catch (error) {
    if (!(error instanceof ShareError)) throw error;
    const code = error.code === 'no_entry' ? 'no_entry' : 'bad_app';
    throw new CliError(code, error.message, error.hint);
  }
}

/** Paths in the folder with `/`, without what an app never carries. */
async function paths_of({ folder, only }: App): Promise<string[]> {
  if (only) {
    const there = await Promise.all(only.map((path) => stat(join(folder, path)).catch(() => undefined)));
    return only.filter((_path, index) => there[index]?.isFile());
  }
  return walk(folder, (path) => why_left_out(path) === undefined);
}

async function skipped_in(folder: string): Promise<LeftOut[]> {
  const secret = '.streamlit/secrets.toml';
  const there = await stat(join(folder, secret)).catch(() => undefined);
  return there ? [{ path: secret, reason: 'secret' }] : [];
}

async function walk(folder: string, wanted: (path: string) => boolean): Promise<string[]> {
  const found: string[] = [];
  const visit = async (place: string): Promise<void> => {
    for (const entry of await readdir(place, { withFileTypes: true })) {
      const path = relative(folder, join(place, entry.name)).split(sep).join('/');
      if (entry.isDirectory() && wanted(`${path}/x.py`)) await visit(join(place, entry.name));
      else if (entry.isFile() && wanted(path)) found.push(path);
    }
  };
  await visit(folder);
  return found.sort();
}
