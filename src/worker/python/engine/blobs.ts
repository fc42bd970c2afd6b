/** Reads files that were handed in as Blobs: gzip or plain, told apart by their first two bytes. */
import { as_engine_error, EngineError } from './errors.ts';

export function is_gzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * True when `bytes` ends where its zip directory says it ends. A file cut short has no directory, as that comes last.
 * Archive comments are allowed for, zip64 is not.
 */
export function is_whole_zip(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end_record = 22;
  const first = Math.max(0, bytes.length - end_record - 0xffff);
  for (let at = bytes.length - end_record; at >= first; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    const comment = view.getUint16(at + 20, true);
    return offset + size === at && at + end_record + comment === bytes.length;
  }
  return false;
}

/** A Blob's content, opened when it is gzip. The stream fails with a `TypeError` where gzip data is damaged. */
export async function open_blob(blob: Blob): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const head = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  return is_gzip(head) ? blob.stream().pipeThrough(new DecompressionStream('gzip')) : blob.stream();
}

/** All of a Blob's content, opened when it is gzip. Throws `damaged_file` naming `file`. */
export async function read_blob(file: string, blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await new Response(await open_blob(blob)).arrayBuffer());
  } catch (error) {
    throw as_engine_error(error, 'damaged_file', file);
  }
}

/** `read_blob` for an archive: a zip that is cut short is `damaged_file`. */
export async function read_zip(file: string, blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await read_blob(file, blob);
  if (is_whole_zip(bytes)) return bytes;
  throw new EngineError('damaged_file', `${file} is cut short or is no zip archive.`, { file });
}
