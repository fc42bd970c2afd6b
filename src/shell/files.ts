/** Fetches the site's files, all at once, and says how far it is. */
import type { SiteFile } from '../share/site.ts';

/** A file that did not arrive whole: names it, says why, and can be tried again. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly file: string;

  constructor(file: string, reason: string) {
    super(`${file} ${reason}`);
    this.file = file;
  }
}

export interface Progress {
  readonly name: string;
  readonly loaded: number;
  readonly total: number;
}

/** Where files come from: the network, or the page itself when it is one file. */
export type Fetcher = (file: SiteFile) => Promise<Blob>;

/** Throws a `FileError` when the file is not there or is cut short. */
export const fetch_file: Fetcher = async (file) => {
  const response = await fetch(file.file, { credentials: 'same-origin' }).catch((error: unknown) => {
    throw new FileError(file.name, `could not be fetched: ${String(error)}`);
  });
  if (!response.ok)
    throw new FileError(file.name, `could not be fetched: the server answered ${response.status}.`);
  const blob = await response.blob().catch((error: unknown) => {
    throw new FileError(file.name, `was cut short: ${String(error)}`);
  });
  // A server that unpacks on the way gives more bytes than travelled, never less.
  if (blob.size < file.size) {
    throw new FileError(file.name, `was cut short: ${blob.size} of ${file.size} bytes arrived.`);
  }
  return blob;
};

export async function fetch_all(
  files: readonly SiteFile[],
  fetcher: Fetcher,
  report: (progress: Progress) => void,
): Promise<Readonly<Record<string, Blob>>> {
  const pairs = await Promise.all(
    files.map(async (file) => {
      report({ name: file.name, loaded: 0, total: file.size });
      const blob = await fetcher(file);
      report({ name: file.name, loaded: file.size, total: file.size });
      return [file.name, blob] as const;
    }),
  );
  return Object.fromEntries(pairs);
}

/** Lower-case hexadecimal. */
export async function sha256_of(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
