/** An app behind an address (`?app=`): a script, a zip, a `.tablit` file, or a folder's listing. */
import type { Bytes, Project } from '../share/index.ts';
import { DEFAULT_LIMITS, project_of_files, project_of_script, unpack, why_left_out } from '../share/index.ts';
import type { Listing } from './opening/listing.ts';

/** Why an address gave no app; the message is for the reader. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** Bytes that an address may give: an app unpacks to more, but no app is packed larger. */
const MOST_BYTES = DEFAULT_LIMITS.max_unpacked;
const ZIP = [0x50, 0x4b];
const TABLIT = [0xb5, 0xa6, 0xe5];
/** Of a script by itself. */
const MOST_TEXT = 8 * 2 ** 20;
/** Of the listing of a folder. */
const MOST_LISTED = 2 ** 20;

export interface Fetched {
  readonly name: string;
  readonly project: Project;
  /** Where it was, when that was an address. */
  readonly from?: string;
}

/** Throws an `AddressError`, or the `ShareError` of what came. Credentials are never sent. */
export async function fetch_project(address: string, base: string): Promise<Fetched> {
  const url = parse_address(address, base);
  const { bytes, at } = await fetch_bytes(url, most_of_app);
  const folder = at.pathname.endsWith('/') ? await folder_at(at, bytes) : undefined;
  if (folder) return { ...folder, from: url.href };
  const name = file_name(at);
  return { name, project: await read_project(name, bytes), from: url.href };
}

interface Answer {
  readonly bytes: Bytes;
  /** Where it came from in the end. */
  readonly at: URL;
}

/** `most` bytes, once it is seen with what they begin. */
async function fetch_bytes(url: URL, most: (head: Bytes) => number): Promise<Answer> {
  const response = await fetch(url, { credentials: 'omit', cache: 'no-cache' }).catch((error: unknown) => {
    throw new AddressError(
      `${url.host} did not give the app: ${String(error)}`,
      'The host must be reachable and allow other pages to read it (CORS).',
    );
  });
  if (!response.ok) {
    throw new AddressError(
      `${url.host} answered ${response.status} for ${url.pathname}.`,
      'Look whether the address is right and the file is public.',
    );
  }
  return { bytes: await read_bytes(response, url, most), at: new URL(response.url || url.href) };
}

/** A folder that is listed without end is no app: each of its files is a request. */
const MOST_FILES = 200;
const DEEPEST = 6;

/** Undefined when `bytes`, the answer for the folder, lists no script. */
async function folder_at(folder: URL, bytes: Bytes): Promise<Omit<Fetched, 'from'> | undefined> {
  const { listing_of } = await import('./opening/listing.ts');
  const top = listing_of(new TextDecoder().decode(bytes.subarray(0, MOST_LISTED)), folder);
  if (!top?.files.some(({ pathname }) => pathname.endsWith('.py'))) return undefined;
  const files = new Map<string, Bytes>();
  let left = MOST_BYTES;
  const path_of = ({ href }: URL) => decodeURIComponent(href.slice(folder.href.length));
  const gather = async ({ files: found, folders }: Listing, depth: number): Promise<void> => {
    for (const url of found) {
      const path = path_of(url);
      // Neither what tools left there nor a secret is even asked for.
      if (why_left_out(path) !== undefined) continue;
      if (files.size === MOST_FILES) throw too_many(folder);
      const answer = await fetch_bytes(url, () => left);
      left -= answer.bytes.length;
      files.set(path, answer.bytes);
    }
    for (const url of folders) {
      if (why_left_out(`${path_of(url)}x.py`) !== undefined) continue;
      if (depth === DEEPEST) throw too_many(folder);
      const answer = await fetch_bytes(url, () => MOST_LISTED);
      const inside = listing_of(new TextDecoder().decode(answer.bytes), url);
      if (inside) await gather(inside, depth + 1);
    }
  };
  await gather(top, 1);
  const { project } = project_of_files(files);
  return { name: folder.pathname.split('/').at(-2) || folder.host, project };
}

function too_many(folder: URL): AddressError {
  return new AddressError(
    `The folder at ${folder.host} has more than ${MOST_FILES} files, or folders deeper than ${DEEPEST}.`,
    'Give the address of a .zip or .tablit file instead.',
  );
}

function parse_address(address: string, base: string): URL {
  const url = URL.parse(address, base);
  if (url && ['http:', 'https:'].includes(url.protocol)) return url;
  throw new AddressError(
    `${JSON.stringify(address)} is no address of an app.`,
    'Give the address of a .py, .zip or .tablit file that starts with https://.',
  );
}

/** Reads no more than is allowed, whatever the host says of its length; nothing where it says too much already. */
async function read_bytes(response: Response, url: URL, most: (head: Bytes) => number): Promise<Bytes> {
  const said = Number(response.headers.get('content-length'));
  const reader = response.body?.getReader();
  const parts: Bytes[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    parts.push(part.value);
    size += part.value.length;
    const allowed = most(parts[0] as Bytes);
    if (Math.max(size, said) <= allowed) continue;
    await reader?.cancel();
    throw too_large(url, allowed);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** What begins as no archive is a script, a page or a listing, and those are small. */
function most_of_app(head: Bytes): number {
  return starts(head, ZIP) || starts(head, TABLIT) ? MOST_BYTES : MOST_TEXT;
}

function too_large(url: URL, most: number): AddressError {
  return new AddressError(
    `What ${url.host} gives for ${url.pathname} is larger than ${Math.floor(most / 2 ** 20)} MiB.`,
    'An app must be smaller. Let it fetch large data itself.',
  );
}

type Reader = (name: string, bytes: Bytes) => Project | Promise<Project>;

/** By what the bytes are, not by what the host calls them. */
export const read_project: Reader = async (name, bytes) => {
  if (starts(bytes, ZIP)) {
    const { project_of_zip } = await import('../share/zip.ts');
    return project_of_zip(bytes).project;
  }
  if (name.endsWith('.tablit')) return unpack(bytes);
  // No script begins so.
  if (new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().startsWith('<')) {
    throw new AddressError(
      'That address gives a web page, not an app.',
      'On a code host take the address behind "Raw".',
    );
  }
  return project_of_script(name.endsWith('.py') ? name : 'app.py', bytes);
};

function starts(bytes: Bytes, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function file_name(url: URL): string {
  return decodeURIComponent(url.pathname.split('/').at(-1) ?? '') || 'app.py';
}
