/** The app's files in the interpreter's file system. */
import type { FileSystem } from './engine/handle.ts';

export const app_folder = '/app';

/** Throws `RangeError` for a path that leaves the app's folder. */
export function place_of(path: string): string {
  const parts = path.split('/');
  const stays = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!stays || path.includes('\\') || path.includes('\0')) {
    throw new RangeError(`The path ${JSON.stringify(path)} does not lie in the app's folder.`);
  }
  return `${app_folder}/${path}`;
}

export async function write_file(FS: FileSystem, path: string, data: Blob): Promise<void> {
  const place = place_of(path);
  const bytes = new Uint8Array(await data.arrayBuffer());
  FS.mkdirTree(place.slice(0, place.lastIndexOf('/')));
  FS.writeFile(place, bytes);
}

export function remove_file(FS: FileSystem, path: string): void {
  const place = place_of(path);
  if (FS.analyzePath(place).exists) FS.unlink(place);
}
