/** An app behind an address (`?app=`): a script, a zip, a `.tablit` file, or a folder's listing. */
import { type Bytes, DEFAULT_LIMITS, type Intake, type LeftOut, type Project } from '../share/index.ts';
import { last_name, parse_address } from './opening/app_address.ts';
import { type Answer, fetch_bytes } from './opening/fetch_bytes.ts';
import { NotOpened } from './opening/not_opened.ts';
import { is_archive, read_project } from './opening/read_project.ts';

/** Of a script by itself. */
const MOST_TEXT = 8 * 2 ** 20;

export interface Fetched {
  readonly name: string;
  readonly project: Project;
  /** What was there beside the app and is no part of it. */
  readonly left_out?: readonly LeftOut[];
  /** Where it was, when that was an address. */
  readonly from?: string;
}

/** Throws a `NotOpened`, or the `ShareError` of what came. Credentials are never sent. */
export async function fetch_project(address: string, base: string): Promise<Fetched> {
  const url = parse_address(address, base);
  const answer = await fetch_bytes(url, most_of_app);
  const name = last_name(answer.at);
  const { project, left_out } = (await folder(answer)) ?? (await file(name, answer, url));
  return { name: name || answer.at.host, project, left_out, from: url.href };
}

async function folder(answer: Answer): Promise<Intake | undefined> {
  if (!answer.at.pathname.endsWith('/') || is_archive(answer.bytes)) return undefined;
  const { fetch_folder } = await import('./opening/fetch_folder.ts');
  return fetch_folder(answer);
}

async function file(name: string, { bytes, at }: Answer, { host, pathname }: URL): Promise<Intake> {
  try {
    return await read_project(at.pathname.endsWith('/') ? '' : name, bytes);
  } catch (error) {
    if (!(error instanceof NotOpened) || !at.pathname.endsWith('/')) throw error;
    throw new NotOpened(
      `What ${host} gives for ${pathname} is no app, and no list of files with a Python script among them.`,
      error.hint,
    );
  }
}

/** What begins as no archive is a script, a page or a listing, and those are small. */
function most_of_app(head: Bytes): number {
  return is_archive(head) ? DEFAULT_LIMITS.max_unpacked : MOST_TEXT;
}
