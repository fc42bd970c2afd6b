/** Zips of an app's folder. Not part of `index.ts`: it brings fflate, and most visits never open a zip. */
import { Inflate } from 'fflate';
import { type Bytes, concat } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { slices } from './deflate.ts';
import { ShareError } from './errors.ts';
import { type Intake, type IntakeOptions, project_of_files } from './intake.ts';
import { type LeftOut, why_left_out } from './left_out.ts';
import { DEFAULT_LIMITS, type Limits, most_unpacked } from './limits.ts';
import { check_paths } from './paths.ts';
import { type ZipEntry, zip_entries } from './zip_directory.ts';

/**
 * The app in a zip. A single folder around everything, as code hosts and file managers make it, is taken off. Secrets
 * and what tools made are left out without being unpacked. Throws `not_an_app`, `zip_damaged`, `zip_unsupported`, the
 * limits' errors while unpacking, and what `project_of_files` throws.
 */
export function project_of_zip(zip: Bytes, options: IntakeOptions = {}): Intake {
  const limits = options.limits ?? DEFAULT_LIMITS;
  const left_out = new Map<string, LeftOut>();
  const kept: ZipEntry[] = [];
  for (const entry of zip_entries(zip)) {
    const out = entry.symlink ? ({ path: entry.path, reason: 'symlink' } as const) : why_left_out(entry.path);
    if (out === undefined) kept.push(entry);
    else left_out.set(out.path, out);
  }
  if (kept.length > limits.max_files) throw new ShareError('too_many_files', { most: limits.max_files });
  // Before anything is unpacked, and under the names that the author sees.
  check_paths(
    kept.map((entry) => entry.path),
    limits,
  );
  const files = inflate_entries(kept, zip.length, limits);
  const around = folder_around([...files.keys()]);
  const bare = new Map([...files].map(([path, bytes]) => [path.slice(around.length), bytes]));
  const { project, left_out: more } = project_of_files(bare, options);
  return { project, left_out: [...left_out.values(), ...more] };
}

function inflate_entries(entries: readonly ZipEntry[], packed: number, limits: Limits): Map<string, Bytes> {
  const most = most_unpacked(packed, limits);
  const files = new Map<string, Bytes>();
  let room = most.bytes;
  for (const entry of entries) {
    const bytes = inflate_entry(entry, room);
    if (bytes === undefined)
      throw new ShareError(most.code, { source: 'file', most: most.most, path: entry.path });
    room -= bytes.length;
    files.set(entry.path, bytes);
  }
  return files;
}

/** The bytes of one entry, or `undefined` as soon as there are more than `room`, whatever the list claimed. */
function inflate_entry(entry: ZipEntry, room: number): Bytes | undefined {
  if (entry.size > room) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (entry.method === 'stored') {
    chunks.push(entry.packed);
    length = entry.packed.length;
  } else {
    const stream = new Inflate((chunk) => {
      chunks.push(chunk);
      length += chunk.length;
    });
    try {
      for (const slice of slices(entry.packed)) {
        stream.push(slice);
        if (length > room) return undefined;
      }
      stream.push(new Uint8Array(), true);
    } catch (cause) {
      throw new ShareError('zip_damaged', { path: entry.path, detail: 'a file does not unpack' }, cause);
    }
  }
  if (length > room) return undefined;
  const bytes = concat(chunks);
  if (length !== entry.size || crc32(bytes) !== entry.crc) {
    throw new ShareError('zip_damaged', { path: entry.path, detail: 'a file is not what its checksum says' });
  }
  return bytes;
}

/** `name/` when every file lies below one folder, else the empty string. */
function folder_around(paths: readonly string[]): string {
  const first = paths[0] ?? '';
  const folder = first.slice(0, first.indexOf('/') + 1);
  return paths.every((path) => path.startsWith(folder)) ? folder : '';
}
