/** Which files of a folder belong to an app, and their bytes. */
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Bytes, check_path, DEFAULT_LIMITS, ShareError, why_left_out } from '../share/index.ts';
import type { App } from './app.ts';
import { CliError } from './errors.ts';
import { type RealPlace, real_place } from './real_place.ts';
import { cli_error_of } from './share_errors.ts';
import type { Stays, WhyItStays } from './stays.ts';
import { built_in, is_one_file } from './tablit_made.ts';
import { used_files } from './used_files.ts';

/** Paths with `/`, sorted. */
export interface Found {
  readonly kept: readonly string[];
  readonly stays: readonly Stays[];
  /** Why the app cannot be read as it is: a folder that is closed, a name that is no text. */
  readonly faults: readonly CliError[];
  /** The folders that were looked into, and those that links lead to, absolute. */
  readonly folders: readonly string[];
}

interface Entry {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/**
 * Skips `except`, an absolute folder or file; virtual environments under any name and what Tablit wrote stay behind. Links
 * are followed where they end inside of the folder; the entry script that was named may be one that ends elsewhere.
 */
export async function find_files(app: App, except?: string): Promise<Found> {
  const kept = new Set<string>();
  const stays = new Map<string, WhyItStays>();
  const faults: CliError[] = [];
  const visited = new Set<string>();
  const folders = new Set<string>();
  /** Files that an earlier build wrote, and what to call them. */
  const built = new Map<string, string>();

  /** `linked`: the folder was come to by a link, and what links lead on to from there is not followed. */
  const sort = async (path: string, entry: Entry, linked: boolean): Promise<void> => {
    if (join(app.folder, path) === except) return;
    const site = built.get(path);
    const out = why_left_out(path);
    if (site !== undefined) stays.set(site, 'built');
    else if (out) stays.set(out.path, out.reason);
    else if (entry.isDirectory()) await visit(path, linked);
    else if (entry.isSymbolicLink()) await follow(path, linked);
    else if (entry.isFile() && (await is_one_file(join(app.folder, path)))) stays.set(path, 'built');
    else if (entry.isFile()) kept.add(path);
  };

  const follow = async (path: string, linked: boolean): Promise<void> => {
    const real = await real_place(app.folder, path);
    const reason = real ? why_link_stays(app, path, real, linked) : 'symlink';
    if (reason !== undefined) stays.set(path, reason);
    else if (real?.kind === 'folder') await visit(path, true);
    else if (real && (await is_one_file(real.place))) stays.set(path, 'built');
    else if (real) {
      kept.add(path);
      folders.add(dirname(real.place));
    }
  };

  const visit = async (inside: string, linked = false): Promise<void> => {
    const place = join(app.folder, inside);
    if (place === except || visited.has(place)) return;
    const out = inside === '' ? undefined : folder_left_out(inside);
    if (out) return void stays.set(out.path, out.reason);
    const entries = await readdir(place, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      // One that went away holds nothing.
      if (error.code !== 'ENOENT') faults.push(closed_folder(inside, error.code));
      return [];
    });
    const names = new Set(entries.map(({ name }) => name));
    if (inside !== '' && names.has('pyvenv.cfg')) return void stays.set(`${inside}/`, 'tooling');
    const site = await built_in(place, names);
    if (site?.kind === 'all' && inside !== '') return void stays.set(`${inside}/`, 'built');
    if (site?.kind === 'listed') {
      for (const path of site.paths) built.set(at(inside, path), inside === '' ? top_of(path) : `${inside}/`);
    }
    visited.add(place);
    for (const entry of entries) {
      const path = at(inside, entry.name);
      if (await is_text(path, entry.name)) await sort(path, entry, linked);
    }
  };

  /** Node reads a name that is not UTF-8 as another one, which is not there. */
  const is_text = async (path: string, name: string): Promise<boolean> => {
    if (!name.includes('\uFFFD') || (await lstat(join(app.folder, path)).catch(() => undefined))) return true;
    faults.push(cli_error_of(new ShareError('path_not_text', { path })));
    return false;
  };

  if (app.kind === 'folder') await visit('');
  else {
    const used = await used_files(app.folder, app.entrypoint);
    for (const folder of used.closed) faults.push(closed_folder(folder));
    for (const folder of used.folders) await visit(folder);
    const among = (path: string) => visited.has(join(app.folder, dirname(path)));
    for (const path of used.paths.filter((path) => !among(path))) {
      const kind = await lstat(join(app.folder, path)).catch(() => undefined);
      if (kind) await sort(path, kind, false);
    }
    // A module that is missing yet is seen when it comes.
    for (const path of used.paths) folders.add(join(app.folder, dirname(path)));
  }
  return {
    kept: [...kept].sort(),
    stays: [...stays].map(([path, reason]) => ({ path, reason })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    faults,
    folders: [...visited, ...folders],
  };
}

function at(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** `assets/a.js`: `assets/`. */
function top_of(path: string): string {
  const slash = path.indexOf('/');
  return slash === -1 ? path : path.slice(0, slash + 1);
}

/** Why a whole folder does not belong: any name in it that is no secret tells. */
function folder_left_out(path: string): Stays | undefined {
  const out = why_left_out(`${path}/x.py`);
  return out && { path: `${path}/`, reason: out.reason };
}

/** A link is what it leads to: one to a secret is one. Undefined when it is followed. */
function why_link_stays(
  app: App,
  path: string,
  { kind, place, inside }: RealPlace,
  linked: boolean,
): WhyItStays | undefined {
  if (inside === undefined && path !== app.entrypoint) return 'symlink';
  const real = inside ?? basename(place);
  if (kind === 'file') return why_left_out(real)?.reason;
  // One that leads to a folder above itself would never end, and one after another need not.
  const leads_back = real === '' || `${path}/`.startsWith(`${real}/`);
  return linked || leads_back ? 'symlink' : folder_left_out(real)?.reason;
}

function closed_folder(path: string, code = 'EACCES'): CliError {
  const what = path === '' ? 'The folder' : `${path}/`;
  return new CliError(
    'bad_app',
    `${what} cannot be read: ${code}.`,
    'Allow yourself to read it, or take it out of the app.',
  );
}

/** Whether a file at `path` (with `/`) belongs to the app, were it there. */
async function belongs(app: App, path: string): Promise<boolean> {
  if (app.kind === 'folder') return why_left_out(path) === undefined;
  return (await find_files(app)).kept.includes(path);
}

/** The bytes of one file; undefined when it is not there or not the app's, by a link or a path that leads out too. */
export async function file_of(app: App, path: string): Promise<Bytes | undefined> {
  try {
    check_path(path, DEFAULT_LIMITS);
    const real = (await belongs(app, path)) ? await real_place(app.folder, path) : undefined;
    if (real?.kind !== 'file' || why_link_stays(app, path, real, false) !== undefined) return undefined;
    return new Uint8Array(await readFile(real.place));
  } catch {
    return undefined;
  }
}
