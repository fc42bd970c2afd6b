/** The `.tablit` file: a project's canonical content, deflated, behind a header with its checksum. */
import { pack_body, unpack_body } from './body.ts';
import { type Bytes, equal_bytes, sha256, to_hex } from './bytes.ts';
import { decode_content, encode_content } from './content.ts';
import { ShareError, type Source } from './errors.ts';
import { CHECK_LENGTH, type Frame, read_frame, write_frame } from './frame.ts';
import { DEFAULT_LIMITS, type Limits, most_unpacked } from './limits.ts';
import { check_project, type Project } from './project.ts';

/**
 * The archive of `project`: the bytes of its `.tablit` file and, in base64url, of its link. Throws a `ShareError`
 * where `check_project` does, secrets by name among them, and `too_large` or `bomb` for what `unpack` would refuse.
 */
export async function pack(project: Project, limits: Limits = DEFAULT_LIMITS): Promise<Bytes> {
  check_project(project, limits);
  const content = encode_content(project);
  const [body, hash] = await Promise.all([pack_body(content), sha256(content)]);
  const most = most_unpacked(body.length, limits);
  if (content.length > most.bytes) throw new ShareError(most.code, { source: 'file', most: most.most });
  return write_frame({ kind: 'archive', check: hash.subarray(0, CHECK_LENGTH), body });
}

/**
 * The project in `archive`. Nothing is believed before its checksum holds, and no more is ever unpacked than `limits`
 * allow. Throws a `ShareError`: `not_an_app`, `cut`, `damaged`, `newer_version`, `malformed`, `too_large`, `bomb`,
 * `needs_key` or `needs_passphrase` where it is sealed, and what `check_project` throws.
 */
export async function unpack(archive: Bytes, limits: Limits = DEFAULT_LIMITS): Promise<Project> {
  return unpack_frame(read_frame(archive, 'file'), limits, 'file');
}

export async function unpack_frame(frame: Frame, limits: Limits, source: Source): Promise<Project> {
  if (frame.kind === 'sealed_with_key') throw new ShareError('needs_key', { source });
  if (frame.kind === 'sealed_with_passphrase') throw new ShareError('needs_passphrase', { source });
  try {
    const content = await unpack_body(frame.body, most_unpacked(frame.body.length, limits));
    const hash = await sha256(content);
    if (!equal_bytes(hash.subarray(0, CHECK_LENGTH), frame.check)) throw new ShareError('damaged');
    const project = decode_content(content, limits);
    check_project(project, limits);
    return project;
  } catch (error) {
    // The layers below know what is wrong but not whether it came as a link or as a file.
    throw error instanceof ShareError
      ? new ShareError(error.code, { ...error.where, source }, error.cause)
      : error;
  }
}

/**
 * Names a project by what is in it: SHA-256 of its canonical content, 64 hexadecimal digits. The same in every engine
 * and version, however the project came; any change of a file, name or entrypoint changes it.
 */
export async function project_id(project: Project): Promise<string> {
  return to_hex(await sha256(encode_content(project)));
}
