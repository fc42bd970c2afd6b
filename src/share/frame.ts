/**
 * The first 21 bytes of every `.tablit` file and link. They keep their places and meaning in every future version, so
 * that an old page can tell “newer than I am” from “cut” and “damaged”. 21 bytes are exactly 28 characters of a link.
 *
 *     0  3  magic B5 A6 E5, which a link spells `tabl`
 *     3  1  format version
 *     4  1  kind
 *     5  4  length of the body in bytes, little-endian
 *     9  8  check: first bytes of a SHA-256 (of the content; of the body where that is sealed)
 *    17  2  CRC-16 of the body, little-endian
 *    19  2  CRC-16 of the 19 bytes before it, little-endian
 *    21     body
 */
import { type Bytes, concat, equal_bytes } from './bytes.ts';
import { crc16 } from './crc16.ts';
import { ShareError, type Source } from './errors.ts';

export const FORMAT_VERSION = 1;
export const HEADER_LENGTH = 21;
export const CHECK_LENGTH = 8;

const MAGIC = new Uint8Array([0xb5, 0xa6, 0xe5]);

/** What the body is. The place in this list is the byte; a new kind goes to the end, with a new format version. */
export const KINDS = ['archive', 'sealed_with_key', 'sealed_with_passphrase'] as const;
export type Kind = (typeof KINDS)[number];

export interface Frame {
  readonly kind: Kind;
  readonly check: Bytes;
  readonly body: Bytes;
}

/** Magic, version and kind: what a seal binds to its text as additional data. */
export function start_of(kind: Kind): Bytes {
  return concat([MAGIC, new Uint8Array([FORMAT_VERSION, KINDS.indexOf(kind)])]);
}

export function write_frame(frame: Frame): Bytes {
  const header = new Uint8Array(HEADER_LENGTH);
  const view = new DataView(header.buffer);
  header.set(start_of(frame.kind));
  view.setUint32(5, frame.body.length, true);
  header.set(frame.check.subarray(0, CHECK_LENGTH), 9);
  view.setUint16(17, crc16(frame.body), true);
  view.setUint16(19, crc16(header.subarray(0, 19)), true);
  return concat([header, frame.body]);
}

/**
 * Throws `not_an_app`, `cut`, `damaged`, `newer_version` or `malformed`, in the order in which they can be told apart:
 * nothing in the header is believed before its sum holds.
 */
export function read_frame(bytes: Bytes, source: Source): Frame {
  const magic = bytes.subarray(0, MAGIC.length);
  if (bytes.length < HEADER_LENGTH) {
    // A piece of three characters or fewer may still be the start of a link.
    if (!equal_bytes(magic, MAGIC.subarray(0, magic.length))) throw new ShareError('not_an_app', { source });
    throw new ShareError('cut', { source });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sound = view.getUint16(19, true) === crc16(bytes.subarray(0, 19));
  if (!equal_bytes(magic, MAGIC))
    throw new ShareError(source === 'link' ? 'damaged' : 'not_an_app', { source });
  if (!sound) throw new ShareError('damaged', { source });
  const version = view.getUint8(3);
  if (version > FORMAT_VERSION) {
    throw new ShareError('newer_version', { source, found: version, most: FORMAT_VERSION });
  }
  const end = HEADER_LENGTH + view.getUint32(5, true);
  if (bytes.length < end) throw new ShareError('cut', { source });
  const body = bytes.slice(HEADER_LENGTH, end);
  if (bytes.length > end)
    throw new ShareError('damaged', { source, detail: 'something was added to its end' });
  if (view.getUint16(17, true) !== crc16(body)) throw new ShareError('damaged', { source });
  const kind = KINDS[view.getUint8(4)];
  if (version === 0 || kind === undefined) {
    throw new ShareError('malformed', { source, detail: 'its version or kind does not exist' });
  }
  return { kind, check: bytes.slice(9, 9 + CHECK_LENGTH), body };
}
