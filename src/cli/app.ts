/** Reads the app that a command names: one script, or a folder. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import {
  type Bytes,
  DEFAULT_LIMITS,
  guess_entrypoint,
  is_script,
  type Project,
  project_of_files,
} from '../share/index.ts';
import { type Found, find_files } from './app_files.ts';
import { CliError } from './errors.ts';
import { by_share_rules } from './share_errors.ts';
import { listed, type Stays } from './stays.ts';

export type App =
  /** All of a folder. Without an entry script it is guessed from what is there. */
  | {
      readonly kind: 'folder';
      readonly name: string;
      /** Absolute. */
      readonly folder: string;
      /** With `/`, from the folder. */
      readonly entrypoint?: string;
    }
  /** One script at the top of its folder, and what of that folder it uses. */
  | { readonly kind: 'script'; readonly name: string; readonly folder: string; readonly entrypoint: string };

/**
 * `entry`: which script of a folder starts, by its path in it. Throws `usage` when a script was named already,
 * `no_such_file` or `not_a_script`.
 */
export async function find_app(path: string, entry?: string): Promise<App> {
  const place = resolve(path);
  const found = await stat(place).catch(() => undefined);
  if (!found)
    throw new CliError('no_such_file', `There is no ${path}.`, 'Name a Python script, or a folder with one.');
  const name = basename(place);
  if (found.isDirectory()) {
    if (entry === undefined) return { kind: 'folder', name, folder: place };
    return { kind: 'folder', name, folder: place, entrypoint: await entry_in(place, entry) };
  }
  if (entry !== undefined) {
    throw new CliError('usage', `${path} is a script already.`, 'Name its folder to use --entry.');
  }
  if (!name.endsWith('.py')) {
    throw new CliError(
      'not_a_script',
      `${path} is not a Python script.`,
      'Name a file that ends with .py, or a folder.',
    );
  }
  return { kind: 'script', name, folder: dirname(place), entrypoint: name };
}

async function entry_in(folder: string, entry: string): Promise<string> {
  const inside = relative(folder, resolve(folder, entry)).split(sep).join('/');
  const found = await stat(join(folder, inside)).catch(() => undefined);
  if (inside.startsWith('../') || !found?.isFile()) {
    throw new CliError(
      'no_such_file',
      `There is no ${entry} in the app's folder.`,
      'Name a script by its path in it.',
    );
  }
  if (inside.endsWith('.py')) return inside;
  throw new CliError('not_a_script', `${entry} is not a Python script.`, 'Name a file that ends with .py.');
}

export interface ReadApp {
  readonly project: Project;
  readonly stays: readonly Stays[];
}

/**
 * The app's files as they are now, without `except`, an absolute folder or file. Throws `no_entry` or `bad_app` with what
 * the share rules say.
 */
export async function read_app(app: App, except?: string): Promise<ReadApp> {
  const found = await find_files(app, except);
  for (const fault of found.faults) throw fault;
  check_number(app, found.kept);
  await check_sizes(app, found.kept);
  check_entry(app, found);
  const files = new Map<string, Bytes>();
  for (const path of found.kept) files.set(path, await read_file(app, path));
  const options = app.entrypoint === undefined ? {} : { entrypoint: app.entrypoint };
  const { project } = await by_share_rules(() => project_of_files(files, options));
  return { project, stays: found.stays };
}

/** Where the share rules would only say that there is nothing to start. Throws `no_entry`. */
function check_entry({ entrypoint }: App, { kept, stays }: Found): void {
  if (entrypoint !== undefined || guess_entrypoint(kept) !== undefined) return;
  const at_top = (path: string) => !path.includes('/') && is_script(path);
  const scripts = kept.filter(at_top);
  if (scripts.length > 1) {
    throw new CliError(
      'no_entry',
      `The folder has several scripts: ${listed(scripts)}.`,
      `Name the one that starts it: --entry ${scripts[0]}. Or call it streamlit_app.py.`,
    );
  }
  const [link] = stays.filter(({ path, reason }) => reason === 'symlink' && at_top(path));
  if (!link) return;
  throw new CliError(
    'no_entry',
    `${link.path} is a link that leads out of the folder.`,
    `Name it if it starts the app: --entry ${link.path}.`,
  );
}

/** Before anything is read. Throws `bad_app`, saying where most of them are. */
function check_number({ kind }: App, kept: readonly string[]): void {
  if (kept.length <= DEFAULT_LIMITS.max_files) return;
  const counts = new Map<string, number>();
  for (const path of kept) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  const [[place, count]] = [...counts].sort(([, a], [, b]) => b - a) as [[string, number]];
  const most = DEFAULT_LIMITS.max_files.toLocaleString('en');
  const name = place === '.' ? 'at its top' : `in ${place}/`;
  throw new CliError(
    'bad_app',
    `There are ${kept.length.toLocaleString('en')} files; an app has at most ${most}. ${count.toLocaleString('en')} of them lie ${name}.`,
    kind === 'folder'
      ? 'Name the script itself, which takes along only what it uses, or put the app into a folder of its own.'
      : 'Put what the script needs into a folder of its own, or into one file.',
  );
}

/** Before anything is read: a folder may hold more than memory does. Throws `bad_app`, naming the largest file. */
async function check_sizes({ folder }: App, kept: readonly string[]): Promise<void> {
  const found = await Promise.all(
    kept.map(async (path) => ({
      path,
      size: (await stat(join(folder, path)).catch(() => undefined))?.size ?? 0,
    })),
  );
  const total = found.reduce((sum, { size }) => sum + size, 0);
  if (total <= DEFAULT_LIMITS.max_unpacked) return;
  const largest = found.reduce((a, b) => (a.size > b.size ? a : b));
  throw new CliError(
    'bad_app',
    `The app's files are ${mebibytes(total)} together; an app has at most ${mebibytes(DEFAULT_LIMITS.max_unpacked)}.`,
    `The largest is ${largest.path}, ${mebibytes(largest.size)}. Keep it elsewhere, or let the app fetch it.`,
  );
}

async function read_file({ folder }: App, path: string): Promise<Bytes> {
  return new Uint8Array(
    await readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
      throw new CliError('bad_app', `${path} cannot be read: ${error.code}.`);
    }),
  );
}

function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MiB`;
}
