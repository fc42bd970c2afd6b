/** Tells what Tablit wrote itself: it is no part of an app, wherever it lies. */
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ONE_FILE_HEAD, ONE_FILE_MARK } from '../share/one_file.ts';
import { SERVICE_WORKER } from '../share/release.ts';
import { SITE_ELEMENT } from '../share/site.ts';
import { BUILD_LIST, parse_build_list } from './build_list.ts';

/** Whether `tablit html` wrote the file, absolute. One that is not there, or cannot be read, it did not. */
export async function is_one_file(place: string): Promise<boolean> {
  if (!/\.html?$/i.test(place)) return false;
  const file = await open(place).catch(() => undefined);
  if (!file) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(ONE_FILE_HEAD), 0, ONE_FILE_HEAD, 0);
    return buffer.toString('latin1', 0, bytesRead).includes(ONE_FILE_MARK);
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/** The names of the files that `tablit build` wrote into a folder, by their path in it. `all`: the folder is a site. */
export type Built =
  | { readonly kind: 'all' }
  | { readonly kind: 'listed'; readonly paths: ReadonlySet<string> };

/** `names`: what is in the absolute folder `place`. Undefined when nothing there was built. */
export async function built_in(place: string, names: ReadonlySet<string>): Promise<Built | undefined> {
  if (names.has(BUILD_LIST)) {
    const list = parse_build_list(await readFile(join(place, BUILD_LIST), 'utf8').catch(() => ''));
    if (list) return { kind: 'listed', paths: new Set([BUILD_LIST, ...list.keys()]) };
  }
  if (!names.has('index.html') || !names.has(SERVICE_WORKER)) return undefined;
  const page = await readFile(join(place, 'index.html'), 'utf8').catch(() => '');
  return page.includes(`id="${SITE_ELEMENT}"`) ? { kind: 'all' } : undefined;
}
