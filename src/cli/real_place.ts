/** Where a path of an app's folder really is, when links in the file system are followed. */
import { realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export interface RealPlace {
  readonly kind: 'file' | 'folder';
  /** Absolute. */
  readonly place: string;
  /** With `/`, from the folder, '' for itself; undefined outside of it. */
  readonly inside: string | undefined;
}

/** `path`: with `/`, in the absolute `folder`. Undefined when it leads nowhere, round in circles, or to what is no file. */
export async function real_place(folder: string, path: string): Promise<RealPlace | undefined> {
  try {
    const place = await realpath(join(folder, path));
    const found = await stat(place);
    if (!found.isFile() && !found.isDirectory()) return undefined;
    const way = relative(await realpath(folder), place);
    // On another drive it is an absolute path.
    const leaves = way === '..' || way.startsWith(`..${sep}`) || way === place;
    const inside = leaves ? undefined : way.split(sep).join('/');
    return { kind: found.isFile() ? 'file' : 'folder', place, inside };
  } catch {
    return undefined;
  }
}
