/** Folders of engine files, kept under `node_modules/.cache` by a name that holds a hash of all that went in. */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineFile } from './manifest.ts';

const cache = fileURLToPath(new URL('../../node_modules/.cache/tablit/', import.meta.url));
const list_name = 'files.json';

/** How many folders of one kind stay: enough to go back and forth between a few branches. */
const kept = 4;

export interface CachedFiles {
  readonly folder: string;
  readonly files: readonly EngineFile[];
}

/**
 * The folder of kind `kind` for `hash`, made by `fill` when it is not there. It is written beside and moved into place
 * when whole, as other builds may run at the same time; the oldest of the kind are then dropped.
 */
export async function cached_files(
  kind: string,
  hash: string,
  fill: (folder: string) => Promise<readonly EngineFile[]>,
): Promise<CachedFiles> {
  const folder = join(cache, `${kind}-${hash}`);
  const known = await read_list(folder);
  if (known) return { folder, files: known };
  const partial = `${folder}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  const files = await fill(partial);
  await writeFile(join(partial, list_name), JSON.stringify(files));
  await rename(partial, folder).catch(() => rm(partial, { recursive: true }));
  await drop_old(kind);
  return { folder, files };
}

async function read_list(folder: string): Promise<readonly EngineFile[] | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, list_name), 'utf8')) as readonly EngineFile[];
  } catch {
    return undefined;
  }
}

async function drop_old(kind: string): Promise<void> {
  const folders = (await readdir(cache))
    .filter((name) => name.startsWith(`${kind}-`))
    .map((name) => join(cache, name));
  const dated = await Promise.all(
    folders.map(async (folder) => ({ folder, time: (await stat(folder)).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.time - a.time).slice(kept);
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}
