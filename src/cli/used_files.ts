/**
 * What belongs to a script that is named by itself: what Streamlit reads beside it, the modules that it imports, its
 * pages, and the files that it names in a text. Whatever else lies in its folder stays there.
 */
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { parse } from 'smol-toml';
import { CONFIG, flatten } from '../share/config.ts';
import { check_path, DEFAULT_LIMITS, ShareError } from '../share/index.ts';
import { type ModuleName, source_names } from './python_source.ts';
import { real_place } from './real_place.ts';

/** Read by Streamlit and by us, whether the script names them or not. */
const BESIDE = ['requirements.txt', '.streamlit/config.toml', '.streamlit/secrets.toml'];
/** A folder whose scripts are pages. */
const PAGES = 'pages';
/** What texts of an app name as `app/static/…`, where `server.enableStaticServing` says so. */
const STATIC = 'static';
/** Folders that a script names, looked through for the files that it names: beyond that it is no list of folders. */
const MOST_FOLDERS = 20;

export interface Used {
  /** Files that are there, and links that lead elsewhere. */
  readonly paths: readonly string[];
  /** Folders that belong with all that is in them. */
  readonly folders: readonly string[];
  /** Folders that nobody may read. */
  readonly closed: readonly string[];
}

type Kind = 'file' | 'folder' | 'link' | 'none';
type Look = (path: string) => Promise<Kind>;

/** `entrypoint` with `/`, in the absolute `folder`. A script that cannot be read names nothing. */
export async function used_files(folder: string, entrypoint: string): Promise<Used> {
  const links = new Set<string>();
  const look = looker(folder, links);
  const paths = new Set([entrypoint]);
  const folders = new Set<string>();
  const closed: string[] = [];
  for (const path of BESIDE) if (is_file(await look(path))) paths.add(path);
  if ((await look(PAGES)) === 'folder') {
    const pages = await readdir(join(folder, PAGES)).catch(() => {
      closed.push(PAGES);
      return [];
    });
    for (const page of pages) if (is_file(await look(`${PAGES}/${page}`))) paths.add(`${PAGES}/${page}`);
  }
  if ((await look(STATIC)) === 'folder' && (await serves_static(folder))) folders.add(STATIC);
  // A set is walked in the order of its entries, those included that come while it is walked.
  for (const path of paths) {
    if (!path.endsWith('.py')) continue;
    const { modules, texts, lists } = source_names(
      await readFile(join(folder, path), 'utf8').catch(() => ''),
    );
    for (const module of modules) for (const found of await files_of(module, path, look)) paths.add(found);
    const named = await named_in(texts, look);
    for (const found of named.files) paths.add(found);
    for (const found of lists ? named.folders : named.patterns) folders.add(found);
    if (paths.size > DEFAULT_LIMITS.max_files) break;
  }
  for (const link of links) paths.add(link);
  return { paths: [...paths].sort(), folders: [...folders].sort(), closed };
}

/** A slip in the configuration is said by who needs it. */
async function serves_static(folder: string): Promise<boolean> {
  try {
    const config = parse(await readFile(join(folder, CONFIG), 'utf8'));
    return flatten(config)['server.enableStaticServing'] === true;
  } catch {
    return false;
  }
}

/** Each package on the way to a module, and the module. */
async function files_of({ dots, name }: ModuleName, importer: string, look: Look): Promise<string[]> {
  let at = dots === 0 ? '' : posix.dirname(importer);
  for (let up = 1; up < dots; up++) at = posix.dirname(at);
  const found: string[] = [];
  for (const part of ['', ...name.split('.').filter((part) => part !== '')]) {
    at = posix.join(at, part);
    for (const file of [`${at}.py`, `${at}/__init__.py`].map((path) => posix.normalize(path))) {
      if (is_file(await look(file))) found.push(file);
    }
  }
  return found;
}

interface Named {
  readonly files: readonly string[];
  /** Never the app's own. */
  readonly folders: readonly string[];
  /** Folders of texts such as `data/*.csv`, and `data/{city}.csv` of an f-string. */
  readonly patterns: readonly string[];
}

/** `Path("data") / "a.csv"` names its parts: a text that is a file in a folder of another text counts. */
async function named_in(texts: readonly string[], look: Look): Promise<Named> {
  const whole = texts.map((text) => posix.normalize(text)).filter((text) => text !== '.');
  const folders = new Set(['']);
  const files = new Set<string>();
  // Grows while it is walked: a text may be a folder in a folder.
  for (const at of folders) {
    for (const text of whole) {
      const path = posix.join(at, text).replace(/\/$/, '');
      const kind = await look(path);
      if (is_file(kind)) files.add(path);
      else if (kind === 'folder' && folders.size <= MOST_FOLDERS) folders.add(path);
    }
  }
  folders.delete('');
  const patterns = new Set<string>();
  for (const text of texts) {
    const [, base = ''] = /^([^*?[{\n]+)\/[^/\n]*[*?[{]/.exec(text) ?? [];
    const path = posix.normalize(base);
    if (base !== '' && path !== '.' && (await look(path)) === 'folder') patterns.add(path);
  }
  return { files: [...files], folders: [...folders, ...patterns], patterns: [...patterns] };
}

function is_file(kind: Kind): boolean {
  return kind === 'file' || kind === 'link';
}

/**
 * What is at a path of the app, by a link that stays inside of it too; nothing at a path that leads out of it. `links`
 * gets the folders on the way that are links which lead out.
 */
function looker(folder: string, links: Set<string>): Look {
  const seen = new Map<string, Promise<Kind>>();
  const look: Look = (given) => {
    const path = given.replace(/\/$/, '');
    const known = seen.get(path) ?? find(path);
    seen.set(path, known);
    return known;
  };
  const find = async (path: string): Promise<Kind> => {
    if (!may_be_path(path)) return 'none';
    const above = posix.dirname(path);
    const way = above === '.' ? 'folder' : await look(above);
    if (way === 'link') links.add(above);
    if (way !== 'folder') return 'none';
    const found = await lstat(join(folder, ...path.split('/'))).catch(() => undefined);
    if (found?.isSymbolicLink()) {
      const real = await real_place(folder, path);
      return real?.inside === undefined ? 'link' : real.kind;
    }
    if (found?.isFile()) return 'file';
    return found?.isDirectory() ? 'folder' : 'none';
  };
  return look;
}

function may_be_path(text: string): boolean {
  try {
    check_path(text, DEFAULT_LIMITS);
    return true;
  } catch (error) {
    if (error instanceof ShareError) return false;
    throw error;
  }
}
