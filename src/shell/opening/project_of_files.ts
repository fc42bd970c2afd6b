/** An app from files that a reader dropped, chose, or handed over through the system. */
import {
  type Bytes,
  DEFAULT_LIMITS,
  type LeftOut,
  project_of_files,
  ShareError,
  why_left_out,
} from '../../share/index.ts';
import type { ChosenFile } from '../../ui/elements/inputs/file_uploader_drop.ts';
import type { Fetched } from '../fetch_project.ts';
import { NotOpened } from './not_opened.ts';
import { is_zip, read_project } from './read_project.ts';

const HINT = 'Open a .py script, a .zip of an app’s folder, a .tablit file, or an app’s files or folder.';
const ARCHIVE = /\.(zip|tablit)$/i;
const ALONE = /\.(py|zip|tablit)$/i;

/** Throws a `NotOpened`, or the `ShareError` of what is in them. */
export async function project_of_chosen(chosen: readonly ChosenFile[]): Promise<Fetched> {
  const is_tooling = ({ path }: ChosenFile) => why_left_out(path)?.reason === 'tooling';
  const folder = folder_of(chosen.filter((one) => !is_tooling(one)));
  const all = chosen.map((one) => ({ ...one, path: path_in(folder, one.path) }));
  const files = all.filter((one) => !is_tooling(one));
  const tools = all.flatMap(({ path }): LeftOut[] => {
    const out = why_left_out(path);
    return out?.reason === 'tooling' ? [out] : [];
  });
  const [first] = files;
  if (!first) throw new NotOpened('There is no file of an app in that.', HINT);
  check_sizes(files);
  if (files.length === 1 && folder === undefined) {
    const opened = await alone(first);
    return { ...opened, left_out: once([...tools, ...(opened.left_out ?? [])]) };
  }
  const archive = files.find(({ path }) => ARCHIVE.test(path) && !path.includes('/'));
  if (archive) throw new NotOpened(`${archive.path} is an app of its own.`, 'Open it alone.');
  const { project, left_out } = project_of_files(await read_all(files));
  return { name: folder ?? project.entrypoint, project, left_out: once([...tools, ...left_out]) };
}

/** Throws a `ShareError` for two of one name: they were in different folders, of which a browser does not tell. */
async function read_all(files: readonly ChosenFile[]): Promise<Map<string, Bytes>> {
  const all = new Map<string, Bytes>();
  for (const { path, file } of files) {
    if (all.has(path)) throw new ShareError('same_name', { path, other: path });
    all.set(path, await bytes_of(file));
  }
  return all;
}

/** A folder of tools has many files, and is named once. */
function once(left_out: readonly LeftOut[]): readonly LeftOut[] {
  return [...new Map(left_out.map((one) => [one.path, one])).values()];
}

function path_in(folder: string | undefined, path: string): string {
  return folder !== undefined && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

async function alone({ path, file }: ChosenFile): Promise<Fetched> {
  if (!ALONE.test(path)) throw new NotOpened(`${path} is not an app.`, HINT);
  const bytes = await bytes_of(file);
  if (/\.zip$/i.test(path) && !is_zip(bytes)) throw new NotOpened(`${path} is no zip archive.`, HINT);
  if (/\.py$/i.test(path) && is_zip(bytes)) throw new NotOpened(`${path} is no Python script.`, HINT);
  return { name: path, ...(await read_project(path, bytes)) };
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

/** Throws a `NotOpened` for what is no file any more, or may not be read. */
async function bytes_of(file: File): Promise<Bytes> {
  return new Uint8Array(
    await file.arrayBuffer().catch((error: unknown) => {
      throw new NotOpened(
        `${file.name} cannot be read: it was moved or changed, or this browser may not read it.`,
        HINT,
        error,
      );
    }),
  );
}
