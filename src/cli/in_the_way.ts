/** What stands where a site's files are to go, and is none of an earlier build. */
import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILD_LIST, type BuildList, parse_build_list } from './build_list.ts';

/** Empty where no build was made, or its list is none. */
export async function list_in(folder: string): Promise<BuildList> {
  const text = await readFile(join(folder, BUILD_LIST), 'utf8').catch(() => '');
  return parse_build_list(text) ?? new Map();
}

/** Whether a file of the folder is as the list has it; what is reached by a link is not the folder's. */
export async function is_as_listed(folder: string, path: string, before: BuildList): Promise<boolean> {
  const hashes = before.get(path);
  if (!hashes || !(await lstat(join(folder, path)).catch(() => undefined))?.isFile()) return false;
  for (const above of folders_above(path)) {
    if (!(await lstat(join(folder, above)).catch(() => undefined))?.isDirectory()) return false;
  }
  return hashes.has(await sha256_of(join(folder, path)));
}

/** Of `paths`, those that a file may not be written to, with words for why where that is not plain; sorted. */
export async function in_the_way(
  folder: string,
  paths: Iterable<string>,
  before: BuildList,
): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const blocked = await first_of(folders_above(path), async (above) => {
      const there = await lstat(join(folder, above)).catch(() => undefined);
      return there !== undefined && !there.isDirectory();
    });
    if (blocked !== undefined) found.add(blocked);
    else if (!(await lstat(join(folder, path)).catch(() => undefined))) continue;
    else if (path === BUILD_LIST ? before.size > 0 : await is_as_listed(folder, path, before)) continue;
    else found.add(before.has(path) ? `${path} (changed since it was built)` : path);
  }
  return [...found].sort();
}

export async function sha256_of(place: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(place))
    .digest('hex');
}

/** `a/b/c`: `a`, `a/b`. */
function folders_above(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_part, last) => parts.slice(0, last + 1).join('/'));
}

async function first_of(
  values: readonly string[],
  holds: (value: string) => Promise<boolean>,
): Promise<string | undefined> {
  for (const value of values) if (await holds(value)) return value;
  return undefined;
}
