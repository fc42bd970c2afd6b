/** The engine that an app's packages are for: the one that Tablit ships, or one in a folder. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Site, type SiteFile, site_in } from '../../share/site.ts';
import { CliError } from '../errors.ts';
import { site_folder } from '../places.ts';
import { type Handler, static_files } from '../static_files.ts';
import { type Lock, type LockedPackage, read_lock } from './lock.ts';

export interface Engine {
  readonly lock: () => Promise<Lock>;
  /** Where its wheels lie; undefined when only their address is known. */
  readonly folder: string | undefined;
  /** The packages that can be had. */
  readonly packages: (lock: Lock) => readonly LockedPackage[];
  /** The address of a package's file that is not at hand. */
  readonly url: (file_name: string) => string;
  /** The site's description with this engine. */
  readonly describe: (site: Site) => Site;
  readonly handler: Handler;
}

const none: Handler = async () => false;

/** Throws `not_built`. */
export async function shipped_engine(): Promise<Engine> {
  const { engine } = site_in(await readFile(join(site_folder(), 'index.html'), 'utf8'));
  return {
    folder: undefined,
    async lock() {
      const file = engine.files.find(({ name }) => name === 'pyodide-lock.json');
      if (!file)
        throw new CliError('not_built', 'The engine has no list of its packages.', 'Run `npm run build`.');
      return read_lock(gunzipSync(await readFile(join(site_folder(), file.file))).toString());
    },
    packages: ({ packages }) => [...packages.values()],
    url: (file_name) => `https://cdn.jsdelivr.net/pyodide/v${engine.version}/full/${file_name}`,
    describe: (described) => described,
    handler: none,
  };
}

/** What an engine is started from; the first of two names that is there. */
const parts = [
  ['pyodide.mjs'],
  ['pyodide.asm.mjs', 'pyodide.asm.js'],
  ['pyodide.asm.wasm'],
  ['python_stdlib.zip'],
  ['pyodide-lock.json'],
] as const;

/** A folder with Pyodide's files and wheels. Throws `no_such_file` when a part is missing, naming it. */
export async function folder_engine(path: string): Promise<Engine> {
  const folder = resolve(path);
  const there = new Set(await readdir(folder).catch((): string[] => []));
  const files: SiteFile[] = [];
  for (const names of parts) {
    const name = names.find((candidate) => there.has(candidate));
    if (name === undefined) {
      throw new CliError(
        'no_such_file',
        `${path} has no ${names.join(' or ')}.`,
        'Name a folder with a whole Pyodide.',
      );
    }
    files.push(await describe_file(folder, name));
  }
  const lock = read_lock(await readFile(join(folder, 'pyodide-lock.json'), 'utf8'));
  const serve = static_files(folder);
  return {
    folder,
    lock: async () => lock,
    packages: ({ packages }) => [...packages.values()].filter(({ file_name }) => there.has(file_name)),
    url: (file_name) => `engine-folder/${file_name}`,
    describe: (site) => ({
      ...site,
      engine: { version: lock.version ?? lock.python, files, python: site.engine.python },
    }),
    handler: async (request, response, at) => {
      const [, inside] = /^\/engine-folder(\/.*)$/.exec(at) ?? [];
      return inside === undefined ? false : serve(request, response, inside);
    },
  };
}

async function describe_file(folder: string, name: string): Promise<SiteFile> {
  const place = join(folder, name);
  const { size } = await stat(place);
  const sha256 = createHash('sha256')
    .update(await readFile(place))
    .digest('hex');
  return { name, file: `engine-folder/${name}`, size, sha256 };
}
