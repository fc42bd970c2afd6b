/** Sets of wheels that were found before, in the user's cache: the next run needs no network. */
import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Milliseconds for which a set is taken as it is; an older one is looked for anew. */
const FRESH = 24 * 60 * 60 * 1000;

export interface WheelSet {
  /** Absolute, in the order in which they were found. */
  readonly files: readonly string[];
  readonly found: Date;
  readonly fresh: boolean;
}

export function cache_folder(): string {
  const base =
    process.env['XDG_CACHE_HOME'] ??
    { darwin: join(homedir(), 'Library/Caches'), win32: process.env['LOCALAPPDATA'] }[
      process.platform as string
    ] ??
    join(homedir(), '.cache');
  return join(base, 'tablit');
}

/** A folder's name for all that a set depends on. */
export function key_of(...inputs: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 16);
}

/** Undefined when there is none, or a part of it is gone. */
export async function find_set(folder: string, now = Date.now()): Promise<WheelSet | undefined> {
  try {
    const { names, found } = JSON.parse(await readFile(join(folder, 'set.json'), 'utf8')) as Kept;
    const files = names.map((name) => join(folder, name));
    await Promise.all(files.map((file) => access(file)));
    return { files, found: new Date(found), fresh: now - found < FRESH };
  } catch {
    return undefined;
  }
}

interface Kept {
  readonly names: readonly string[];
  /** Milliseconds since 1970. */
  readonly found: number;
}

/** Keeps what `fill` puts into the folder that it is given; what was kept before stays until then, and when it throws. */
export async function keep_set(folder: string, fill: (into: string) => Promise<void>): Promise<WheelSet> {
  const partial = `${folder}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  try {
    await fill(partial);
    const names = (await readdir(partial)).filter((name) => name.endsWith('.whl')).sort();
    const kept: Kept = { names, found: Date.now() };
    await writeFile(join(partial, 'set.json'), JSON.stringify(kept));
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    return { files: names.map((name) => join(folder, name)), found: new Date(kept.found), fresh: true };
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
