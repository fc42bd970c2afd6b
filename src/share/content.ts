/**
 * The canonical bytes of a project, before compression: an index, then the files' bytes in the order of their paths.
 * One project has one form and one form is one project (sorted paths, shortest numbers, nothing left over), so the
 * hash of these bytes names the project.
 *
 *     entrypoint's place, number of files, then for each: length of path, path in UTF-8, size; then all bytes
 */
import { type Bytes, compare_bytes, concat, utf8 } from './bytes.ts';
import { ShareError } from './errors.ts';
import type { Limits } from './limits.ts';
import type { Project } from './project.ts';

/** `project` must have passed `check_project`. */
export function encode_content(project: Project): Bytes {
  const files = [...project.files].map(([path, bytes]) => ({ path, name: utf8.encode(path), bytes }));
  files.sort((a, b) => compare_bytes(a.name, b.name));
  const index: Uint8Array[] = [
    varint(files.findIndex((file) => file.path === project.entrypoint)),
    varint(files.length),
  ];
  for (const { name, bytes } of files) index.push(varint(name.length), name, varint(bytes.length));
  return concat([...index, ...files.map((file) => file.bytes)]);
}

/** Each file owns its buffer, so that handing one over does not copy or detach the others. Not yet checked. */
export function decode_content(content: Bytes, limits: Limits): Project {
  const cursor = { content, at: 0 };
  const entry = read_varint(cursor);
  const count = read_varint(cursor);
  if (count > limits.max_files) throw new ShareError('too_many_files', { most: limits.max_files });
  const index: { readonly path: string; readonly size: number }[] = [];
  let last = new Uint8Array();
  for (let place = 0; place < count; place++) {
    const name = read_bytes(cursor, read_varint(cursor));
    const path = path_of(name);
    const order = place === 0 ? -1 : compare_bytes(last, name);
    if (order === 0) throw new ShareError('same_name', { path, other: path });
    if (order > 0) throw malformed('its files are not in order');
    last = name;
    index.push({ path, size: read_varint(cursor) });
  }
  const files = new Map(index.map(({ path, size }) => [path, read_bytes(cursor, size)]));
  if (cursor.at !== content.length) throw malformed('bytes are left over after its last file');
  const entrypoint = index[entry]?.path;
  if (entrypoint === undefined) throw new ShareError('no_entry');
  return { entrypoint, files };
}

interface Cursor {
  readonly content: Bytes;
  at: number;
}

function malformed(detail: string): ShareError {
  return new ShareError('malformed', { detail });
}

function path_of(name: Bytes): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch (cause) {
    throw new ShareError('path_not_text', { path: new TextDecoder().decode(name) }, cause);
  }
}

function read_bytes(cursor: Cursor, length: number): Bytes {
  const end = cursor.at + length;
  if (end > cursor.content.length) throw malformed('it names more bytes than it has');
  const bytes = cursor.content.slice(cursor.at, end);
  cursor.at = end;
  return bytes;
}

/** Unsigned LEB128 of a number below 2^32. */
function varint(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  bytes.push(rest);
  return new Uint8Array(bytes);
}

function read_varint(cursor: Cursor): number {
  let value = 0;
  for (let place = 0; place < 5; place++) {
    const byte = cursor.content[cursor.at++];
    if (byte === undefined) throw malformed('it ends inside its list of files');
    value += (byte & 0x7f) * 0x80 ** place;
    if (byte >= 0x80) continue;
    if (place > 0 && byte === 0) throw malformed('a number is not in its shortest form');
    if (value >= 2 ** 32) break;
    return value;
  }
  throw malformed('a number is too large');
}
