/** An app as it travels: which script starts it, and its files. */
import type { Bytes } from './bytes.ts';
import { ShareError } from './errors.ts';
import type { Limits } from './limits.ts';
import { check_paths } from './paths.ts';
import { is_script } from './script.ts';
import { secret_file } from './secret_files.ts';
import { utf8_fault } from './utf8_fault.ts';

export interface Project {
  /** A key of `files`. */
  readonly entrypoint: string;
  /** By path: `/` between parts, from the app's folder, in any order. Empty files are files; folders are not kept. */
  readonly files: ReadonlyMap<string, Bytes>;
}

/**
 * Throws the `ShareError` of the first rule that `project` breaks: number and size of files, paths, secrets by name,
 * the entry script, scripts that are not UTF-8. What passes can be packed, and what was unpacked has passed.
 */
export function check_project(project: Project, limits: Limits): void {
  const { entrypoint, files } = project;
  if (files.size > limits.max_files) throw new ShareError('too_many_files', { most: limits.max_files });
  check_paths(files.keys(), limits);
  let size = 0;
  for (const [path, bytes] of files) {
    const what = secret_file(path);
    if (what !== undefined) throw new ShareError('secret_file', { path, detail: what });
    size += bytes.length;
    if (size > limits.max_unpacked) throw new ShareError('too_large', { most: limits.max_unpacked });
  }
  if (!files.has(entrypoint)) throw new ShareError('no_entry', { path: entrypoint });
  if (!is_script(entrypoint)) throw new ShareError('not_a_script', { path: entrypoint });
  for (const [path, bytes] of files) {
    const fault = is_script(path) ? utf8_fault(bytes) : undefined;
    if (fault !== undefined) throw new ShareError('not_utf8', { path, ...fault });
  }
}
