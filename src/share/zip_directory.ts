/**
 * A zip's own list of its files, read from its end. fflate's streaming reader goes by the headers between the files
 * instead, and guesses where a file ends when its tool did not write that down; two readers could then see two apps in
 * one zip. This list is what every other program shows.
 */
import { type Bytes, equal_bytes } from './bytes.ts';
import { ShareError } from './errors.ts';

export interface ZipEntry {
  readonly path: string;
  readonly method: 'stored' | 'deflate';
  readonly packed: Bytes;
  /** As the list claims; a lie is noticed when the entry is unpacked. */
  readonly size: number;
  readonly crc: number;
  readonly symlink: boolean;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const METHODS: Readonly<Record<number, ZipEntry['method']>> = { 0: 'stored', 8: 'deflate' };

/** Files in the order of the list, folders left out. Throws `not_an_app`, `zip_damaged`, `zip_unsupported`, `path_not_text`. */
export function zip_entries(zip: Bytes): readonly ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = end_of(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw unsupported('it uses the format for very large archives');
  const entries: ZipEntry[] = [];
  let packed = 0;
  for (let place = 0; place < count; place++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) throw damaged('its list of files is broken');
    const next =
      at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw damaged('its list of files is broken');
    const entry = read_entry(zip, view, at);
    at = next;
    if (entry === undefined) continue;
    packed += entry.packed.length;
    // Files that share bytes are how a small zip hides a huge one.
    if (packed > zip.length) throw damaged('its files overlap');
    entries.push(entry);
  }
  return entries;
}

function end_of(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (
      view.getUint32(at, true) === END &&
      at + END_LENGTH + view.getUint16(at + 20, true) <= view.byteLength
    )
      return at;
  }
  // The first file's mark without a list at the end: a download that stopped.
  if (view.byteLength >= 4 && view.getUint32(0, true) === LOCAL) throw damaged('its end is missing');
  throw new ShareError('not_an_app', { source: 'file' });
}

function read_entry(zip: Bytes, view: DataView, at: number): ZipEntry | undefined {
  const name = zip.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
  const path = path_of(name);
  if (path.endsWith('/')) return undefined;
  const method = METHODS[view.getUint16(at + 10, true)];
  if (view.getUint16(at + 8, true) & 1) throw unsupported('a file in it has a password', path);
  if (method === undefined) throw unsupported('a file in it is compressed in an unusual way', path);
  const packed_size = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  if ([packed_size, size, local].includes(0xffffffff)) {
    throw unsupported('it uses the format for very large archives', path);
  }
  if (local + 30 > zip.length || view.getUint32(local, true) !== LOCAL)
    throw damaged('a file is not where it should be', path);
  const name_end = local + 30 + view.getUint16(local + 26, true);
  const start = name_end + view.getUint16(local + 28, true);
  if (start + packed_size > zip.length) throw damaged('a file is cut', path);
  if (!equal_bytes(zip.subarray(local + 30, name_end), name)) throw damaged('a file has two names', path);
  // Unix mode in the upper half, when a Unix tool wrote the entry.
  const symlink = view.getUint8(at + 5) === 3 && ((view.getUint32(at + 38, true) >>> 16) & 0xf000) === 0xa000;
  const packed = zip.subarray(start, start + packed_size);
  return { path, method, packed, size, crc: view.getUint32(at + 16, true), symlink };
}

/** The flag for UTF-8 is not trusted: some tools write UTF-8 without it. Names in an old code page are refused. */
function path_of(name: Bytes): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch (cause) {
    throw new ShareError('path_not_text', { path: new TextDecoder().decode(name) }, cause);
  }
}

function damaged(detail: string, path?: string): ShareError {
  return new ShareError('zip_damaged', { detail, ...(path === undefined ? {} : { path }) });
}

function unsupported(detail: string, path?: string): ShareError {
  return new ShareError('zip_unsupported', { detail, ...(path === undefined ? {} : { path }) });
}
