/** Which files of a folder belong to an app, and their bytes. */
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { type Bytes, check_path, DEFAULT_LIMITS, why_left_out } from '../share/index.ts';
import { SERVICE_WORKER } from '../share/release.ts';
import { SITE_ELEMENT } from '../share/site.ts';
import type { App } from './app.ts';
import { used_files } from './used_files.ts';

/** Paths with `/`, sorted. */
export interface Found {
  readonly kept: readonly string[];
  /** Left out because their name says that they are secret. */
  readonly secret: readonly string[];
  /** Symbolic links: what they lead to is not the app's. */
  readonly linked: readonly string[];
  /** The folders that were looked into, absolute. */
  readonly folders: readonly string[];
}

/** Skips `except`, an absolute folder or file, virtual environments under any name, and sites that were built here. */
export async function find_files(app: App, except?: string): Promise<Found> {
  const found = { kept: [] as string[], secret: [] as string[], linked: [] as string[] };
  const folders = new Set<string>();
  const sort = (path: string, kind: { isFile(): boolean; isSymbolicLink(): boolean }) => {
    if (join(app.folder, path) === except) return;
    const reason = why_left_out(path)?.reason;
    if (kind.isFile() && reason === 'secret') found.secret.push(path);
    else if (reason !== undefined) return;
    else if (kind.isFile()) found.kept.push(path);
    else if (kind.isSymbolicLink()) found.linked.push(path);
  };
  const visit = async (inside: string): Promise<void> => {
    const place = join(app.folder, inside);
    if (place === except || folders.has(place)) return;
    // A folder that went away, or that nobody may read, holds nothing.
    const entries = await readdir(place, { withFileTypes: true }).catch(() => []);
    if (inside !== '' && (await is_made_by_tools(place, new Set(entries.map(({ name }) => name))))) return;
    folders.add(place);
    for (const entry of entries) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (!entry.isDirectory()) sort(path, entry);
      else if (may_hold(path)) await visit(path);
    }
  };
  if (app.kind === 'folder') await visit('');
  else {
    const used = await used_files(app.folder, app.entrypoint);
    for (const folder of used.folders) if (may_hold(folder)) await visit(folder);
    const among = (path: string) => folders.has(join(app.folder, dirname(path)));
    for (const path of used.paths.filter((path) => !among(path))) {
      const kind = await lstat(join(app.folder, path)).catch(() => undefined);
      if (kind) sort(path, kind);
    }
    // A module that is missing yet is seen when it comes.
    for (const path of used.paths) folders.add(join(app.folder, dirname(path)));
  }
  const { kept, secret, linked } = found;
  return { kept: kept.sort(), secret: secret.sort(), linked: linked.sort(), folders: [...folders] };
}

/** Whether a file at `path` (with `/`) belongs to the app, were it there. */
async function belongs(app: App, path: string): Promise<boolean> {
  if (app.kind === 'folder') return why_left_out(path) === undefined;
  return (await find_files(app)).kept.includes(path);
}

/** Whether a folder at `path` may hold files that belong to the app. */
function may_hold(path: string): boolean {
  // Any name that is no secret tells whether the folder itself is left out.
  return why_left_out(`${path}/x.py`) === undefined;
}

/** What no app carries, whatever the folder is called: an environment of Python, what `tablit build` wrote. */
async function is_made_by_tools(place: string, names: ReadonlySet<string>): Promise<boolean> {
  if (names.has('pyvenv.cfg')) return true;
  if (!names.has('index.html') || !names.has(SERVICE_WORKER)) return false;
  const page = await readFile(join(place, 'index.html'), 'utf8').catch(() => '');
  return page.includes(`id="${SITE_ELEMENT}"`);
}

/** The bytes of one file; undefined when it is not there or not the app's, by a link or a path that leads out too. */
export async function file_of(app: App, path: string): Promise<Bytes | undefined> {
  try {
    check_path(path, DEFAULT_LIMITS);
    const place = join(app.folder, ...path.split('/'));
    if (!(await belongs(app, path)) || !(await lstat(place)).isFile()) return undefined;
    const inside = (await realpath(place)).startsWith((await realpath(app.folder)) + sep);
    return inside ? new Uint8Array(await readFile(place)) : undefined;
  } catch {
    return undefined;
  }
}
