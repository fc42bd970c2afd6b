/** Which files of a folder belong to an app, and their bytes. */
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Bytes, check_path, DEFAULT_LIMITS, why_left_out } from '../share/index.ts';
import { SERVICE_WORKER } from '../share/release.ts';
import { SITE_ELEMENT } from '../share/site.ts';
import type { App } from './app.ts';

/** Whether a file at `path` (with `/`) belongs to the app, were it there. */
export function belongs({ only }: Pick<App, 'only'>, path: string): boolean {
  return only ? only.includes(path) : why_left_out(path) === undefined;
}

/** Whether a folder at `path` may hold files that belong to the app. */
export function may_hold({ only }: Pick<App, 'only'>, path: string): boolean {
  // Any name that is no secret tells whether the folder itself is left out.
  return only ? only.some((file) => file.startsWith(`${path}/`)) : why_left_out(`${path}/x.py`) === undefined;
}

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
  const kept: string[] = [];
  const secret: string[] = [];
  const linked: string[] = [];
  const folders: string[] = [];
  const visit = async (inside: string): Promise<void> => {
    const place = join(app.folder, inside);
    // A folder that went away, or that nobody may read, holds nothing.
    const entries = await readdir(place, { withFileTypes: true }).catch(() => []);
    if (inside !== '' && (await is_made_by_tools(place, new Set(entries.map(({ name }) => name))))) return;
    folders.push(place);
    for (const entry of entries) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (join(place, entry.name) === except) continue;
      if (entry.isDirectory() && may_hold(app, path)) await visit(path);
      else if (entry.isFile() && belongs(app, path)) kept.push(path);
      else if (entry.isFile() && is_secret(app, path)) secret.push(path);
      else if (entry.isSymbolicLink() && belongs(app, path)) linked.push(path);
    }
  };
  await visit('');
  return { kept: kept.sort(), secret: secret.sort(), linked: linked.sort(), folders };
}

/** What no app carries, whatever the folder is called: an environment of Python, what `tablit build` wrote. */
async function is_made_by_tools(place: string, names: ReadonlySet<string>): Promise<boolean> {
  if (names.has('pyvenv.cfg')) return true;
  if (!names.has('index.html') || !names.has(SERVICE_WORKER)) return false;
  const page = await readFile(join(place, 'index.html'), 'utf8').catch(() => '');
  return page.includes(`id="${SITE_ELEMENT}"`);
}

/** Beside a single script only what Streamlit itself would read is its. */
function is_secret({ only }: Pick<App, 'only'>, path: string): boolean {
  return only ? path === '.streamlit/secrets.toml' : why_left_out(path)?.reason === 'secret';
}

/** The bytes of one file; undefined when it is not there or not the app's, by a link or a path that leads out too. */
export async function file_of(app: App, path: string): Promise<Bytes | undefined> {
  try {
    check_path(path, DEFAULT_LIMITS);
    const place = join(app.folder, ...path.split('/'));
    if (!belongs(app, path) || !(await lstat(place)).isFile()) return undefined;
    const inside = (await realpath(place)).startsWith((await realpath(app.folder)) + sep);
    return inside ? new Uint8Array(await readFile(place)) : undefined;
  } catch {
    return undefined;
  }
}
