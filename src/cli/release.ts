/** Closes a site: hashes its files, names the release in the page, and writes the list into the service worker. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  is_kept,
  PAGE,
  type Release,
  type ReleaseFile,
  release_in,
  SERVICE_WORKER,
  with_release,
} from '../share/release.ts';
import { type Site, site_in, start_files, with_site } from '../share/site.ts';

const unpack = promisify(gunzip);

/**
 * To be called last, when every other file of `folder` is as it will stay; calling it again is harmless. Hashes that
 * the service worker's program knows already, of files named after their content, are taken over.
 *
 * `added`: paths that come to the release which that program has. Without it every file of the folder belongs to it.
 */
export async function close_release(folder: string, added?: readonly string[]): Promise<Release> {
  const worker = join(folder, SERVICE_WORKER);
  const page = join(folder, PAGE);
  const [program, html] = await Promise.all([readFile(worker, 'utf8'), readFile(page, 'utf8')]);
  const known = new Map(release_in(program)?.files.map((file) => [file.file, file]));
  const all = added && known.size > 0 ? [...new Set([...known.keys(), ...added])] : await files_in(folder);
  const paths = all.filter((path) => path !== PAGE && is_kept(path)).sort();
  const spare = spare_files(site_in(html));
  const files = await Promise.all(
    paths.map(async (path): Promise<ReleaseFile> => {
      const entry = await entry_of(folder, path, known.get(path));
      return spare.has(path) ? { ...entry, optional: true } : entry;
    }),
  );

  const page_of = (release: string) =>
    with_site(html, { ...site_in(html), offline: { worker: SERVICE_WORKER, release } });
  const id = sha256(files.map(({ file, sha256 }) => `${sha256} ${file}\n`).join('') + page_of('')).slice(
    0,
    32,
  );
  const closed = page_of(id);
  const page_entry = { file: PAGE, size: Buffer.byteLength(closed), sha256: sha256(closed) };
  const release: Release = { id, files: [page_entry, ...files] };
  await Promise.all([writeFile(page, closed), writeFile(worker, with_release(program, release))]);
  return release;
}

/** What an engine has for a start without its image. */
function spare_files({ engine }: Partial<Pick<Site, 'engine'>>): ReadonlySet<string> {
  if (!engine) return new Set();
  const needed = new Set(start_files(engine).map(({ file }) => file));
  return new Set(engine.files.map(({ file }) => file).filter((file) => !needed.has(file)));
}

/** All files of a folder and those below it: paths with `/`. */
export async function files_in(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).replaceAll(sep, '/'));
}

async function entry_of(folder: string, path: string, known: ReleaseFile | undefined): Promise<ReleaseFile> {
  const place = join(folder, path);
  if (known && is_named_after_content(known) && (await stat(place)).size === known.size) return known;
  const bytes = await readFile(place);
  const entry = { file: path, size: bytes.length, sha256: sha256(bytes) };
  return path.endsWith('.gz') ? { ...entry, raw_sha256: sha256(await unpack(bytes)) } : entry;
}

function is_named_after_content({ file, sha256 }: ReleaseFile): boolean {
  return file.includes(sha256.slice(0, 10));
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
