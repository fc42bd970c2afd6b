/** An app behind an address (`?app=`): a script, a zip, a `.tablit` file, or a folder's listing. */
import type { Bytes, Project } from '../share/index.ts';
import { DEFAULT_LIMITS, project_of_script, unpack } from '../share/index.ts';

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

export interface Fetched {
  readonly name: string;
  readonly project: Project;
  /** Where it was, when that was an address. */
  readonly from?: string;
}

/** Throws an `AddressError`, or the `ShareError` of what came. Credentials are never sent. */
export async function fetch_project(address: string, base: string): Promise<Fetched> {
  const url = parse_address(address, base);
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
  const name = file_name(new URL(response.url || url.href));
  return { name, project: await read_project(name, await read_bytes(response, url)), from: url.href };
}

function parse_address(address: string, base: string): URL {
  const url = URL.parse(address, base);
  if (url && ['http:', 'https:'].includes(url.protocol)) return url;
  throw new AddressError(
    `${JSON.stringify(address)} is no address of an app.`,
    'Give the address of a .py, .zip or .tablit file that starts with https://.',
  );
}

/** Reads no more than is allowed, whatever the host says of its length. */
async function read_bytes(response: Response, url: URL): Promise<Bytes> {
  const reader = response.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) {
      await reader?.cancel();
      throw new AddressError(
        `What ${url.host} gives is larger than ${MOST_BYTES / 2 ** 20} MiB.`,
        'An app must be smaller. Let it fetch large data itself.',
      );
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

type Reader = (name: string, bytes: Bytes) => Project | Promise<Project>;

/** By what the bytes are, not by what the host calls them. */
export const read_project: Reader = async (name, bytes) => {
  if (starts(bytes, [0x50, 0x4b])) {
    const { project_of_zip } = await import('../share/zip.ts');
    return project_of_zip(bytes).project;
  }
  if (name.endsWith('.tablit')) return unpack(bytes);
  const head = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  if (head.startsWith('<!doctype') || head.startsWith('<html')) {
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
