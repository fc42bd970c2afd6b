/** Reads the app that a command names: one script, or a folder. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import {
  type Bytes,
  DEFAULT_LIMITS,
  type LeftOut,
  type Project,
  project_of_files,
  ShareError,
} from '../share/index.ts';
import { find_files } from './app_files.ts';
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

/**
 * The app's files as they are now, without `except`, an absolute folder or file. Throws `no_entry` or `bad_app` with what
 * the share rules say.
 */
export async function read_app(app: App, except?: string): Promise<ReadApp> {
  const { kept, secret, linked } = await find_files(app, except);
  await check_sizes(app, kept);
  const files = new Map<string, Bytes>();
  for (const path of kept) files.set(path, await read_file(app, path));
  try {
    const intake = project_of_files(
      files,
      app.entrypoint === undefined ? {} : { entrypoint: app.entrypoint },
    );
    const secrets = secret.map((path): LeftOut => ({ path, reason: 'secret' }));
    const links = linked.map((path): LeftOut => ({ path, reason: 'symlink' }));
    return { project: intake.project, left_out: [...intake.left_out, ...secrets, ...links] };
  } catch (error) {
    if (!(error instanceof ShareError)) throw error;
    const code = error.code === 'no_entry' ? 'no_entry' : 'bad_app';
    throw new CliError(code, error.message, error.hint);
  }
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
