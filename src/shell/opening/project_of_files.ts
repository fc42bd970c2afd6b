/** An app from files that a reader dropped, chose, or handed over through the system. */
import { type Bytes, DEFAULT_LIMITS, project_of_files, ShareError, why_left_out } from '../../share/index.ts';
import type { ChosenFile } from '../../ui/elements/inputs/file_uploader_drop.ts';
import { type Fetched, read_project } from '../fetch_project.ts';

/** Why files were not opened; the message is for the reader. */
export class FilesError extends Error {
  override readonly name = 'FilesError';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

const HINT = 'Open a .py script, a .zip of an app’s folder, a .tablit file, or an app’s files or folder.';
const ARCHIVE = /\.(zip|tablit)$/i;
const ALONE = /\.(py|zip|tablit)$/i;

/** Throws a `FilesError`, or the `ShareError` of what is in them. */
export async function project_of_chosen(chosen: readonly ChosenFile[]): Promise<Fetched> {
  const own = chosen.filter(({ path }) => why_left_out(path)?.reason !== 'tooling');
  const folder = folder_of(own);
  const files =
    folder === undefined ? own : own.map((one) => ({ ...one, path: one.path.slice(folder.length + 1) }));
  const [first] = files;
  if (!first) throw new FilesError('There is no file of an app in that.', HINT);
  check_sizes(files);
  if (files.length === 1 && folder === undefined) return alone(first);
  const archive = files.find(({ path }) => ARCHIVE.test(path) && !path.includes('/'));
  if (archive) throw new FilesError(`${archive.path} is an app of its own.`, 'Open it alone.');
  const all = new Map<string, Bytes>();
  for (const { path, file } of files) all.set(path, await bytes_of(file));
  const { project } = project_of_files(all);
  return { name: folder ?? project.entrypoint, project };
}

async function alone({ path, file }: ChosenFile): Promise<Fetched> {
  if (!ALONE.test(path)) throw new FilesError(`${path} is not an app.`, HINT);
  const bytes = await bytes_of(file);
  if (/\.tablit$/i.test(path) && bytes.length === 0) throw new FilesError(`${path} is empty.`, HINT);
  const is_zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (/\.zip$/i.test(path) && !is_zip) throw new FilesError(`${path} is no zip archive.`, HINT);
  if (/\.py$/i.test(path) && is_zip) throw new FilesError(`${path} is no Python script.`, HINT);
  return { name: path, project: await read_project(path, bytes) };
}

/** Before anything is read. */
function check_sizes(files: readonly ChosenFile[]): void {
  const { max_files, max_unpacked } = DEFAULT_LIMITS;
  if (files.length > max_files) throw new ShareError('too_many_files', { most: max_files });
  const size = files.reduce((sum, { file }) => sum + file.size, 0);
  if (size > max_unpacked) throw new ShareError('too_large', { most: max_unpacked });
}

/** The one folder that all are in, when it was dropped whole; undefined when they are in several, or in none. */
function folder_of(files: readonly ChosenFile[]): string | undefined {
  const tops = new Set(files.map(({ path }) => (path.includes('/') ? path.split('/')[0] : undefined)));
  const [top] = tops;
  return tops.size === 1 ? top : undefined;
}

/** Throws a `FilesError` for what is no file any more, or may not be read. */
async function bytes_of(file: File): Promise<Bytes> {
  return new Uint8Array(
    await file.arrayBuffer().catch((error: unknown) => {
      throw new FilesError(`${file.name} cannot be read: ${String(error)}`, HINT);
    }),
  );
}
