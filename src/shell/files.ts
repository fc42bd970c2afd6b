/** Fetches the site's files, all at once, and says how far it is. */

import { sha256, to_hex } from '../share/bytes.ts';
import type { SiteFile } from '../share/site.ts';
import { carried_file, is_carried } from './carried.ts';

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

/** What is at `path`: an address, or a block of this page. Throws a `FileError` that calls it `name`. */
export async function fetch_blob(name: string, path: string, cache: RequestCache = 'default'): Promise<Blob> {
  if (is_carried(path)) {
    const blob = await carried_file(path);
    if (!blob) throw new FileError(name, 'was cut short: this page is not whole.');
    return blob;
  }
  const response = await fetch(path, { credentials: 'same-origin', cache }).catch(() => {
    throw new FileError(name, 'could not be fetched: its host cannot be reached.');
  });
  if (!response.ok)
    throw new FileError(name, `could not be fetched: the server answered ${response.status}.`);
  return blob_of(response).catch(() => {
    throw new FileError(name, 'was cut short: the connection broke off.');
  });
}

/**
 * The body, read in parts. Not `response.blob()`: in Chromium it stayed pending for ever in 7 of 560 starts, always for a
 * large file that the page had preloaded; read in parts none of 200 did, on the same busy machine.
 */
async function blob_of({ body, headers }: Response): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
    parts.push(part.value);
  return new Blob(parts, { type: headers.get('content-type') ?? '' });
}

/** Files that did not arrive whole: what the browser kept of them is of no use, the next try asks the server. */
const spoiled = new Set<string>();

/** It throws a `FileError` when the file is not there or is cut short. `cache`: how the browser's own is used at first. */
export function fetcher_with(cache: RequestCache): Fetcher {
  return async (file) => {
    const again = spoiled.has(file.file);
    spoiled.add(file.file);
    const blob = await fetch_blob(file.name, file.file, again ? 'reload' : cache);
    // A server that unpacks on the way gives more bytes than travelled, never less.
    if (blob.size < file.size) {
      throw new FileError(file.name, `was cut short: ${blob.size} of ${file.size} bytes arrived.`);
    }
    spoiled.delete(file.file);
    return blob;
  };
}

export const fetch_file = fetcher_with('default');

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
  return to_hex(await sha256(new Uint8Array(await blob.arrayBuffer())));
}
