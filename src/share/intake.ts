/** Projects from what people have at hand: one script, or the files of a folder. */
import type { Bytes } from './bytes.ts';
import { ShareError } from './errors.ts';
import { type LeftOut, sift } from './left_out.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { check_project, type Project } from './project.ts';
import { guess_entrypoint, is_script } from './script.ts';

export interface IntakeOptions {
  /** The script to start; guessed when absent. */
  readonly entrypoint?: string;
  readonly limits?: Limits;
}

export interface Intake {
  readonly project: Project;
  /** Tell the author, above all of `secret`. */
  readonly left_out: readonly LeftOut[];
}

/** An app of one script, named by the last part of `name`. Throws `not_a_script`, or what `check_project` throws. */
export function project_of_script(name: string, bytes: Bytes, limits: Limits = DEFAULT_LIMITS): Project {
  const entrypoint = name.split(/[/\\]/).at(-1) ?? name;
  if (!is_script(entrypoint)) throw new ShareError('not_a_script', { path: name });
  const project = { entrypoint, files: new Map([[entrypoint, bytes]]) };
  check_project(project, limits);
  return project;
}

/**
 * An app of the files of a folder, by their paths in it, without what tools and secrets put there. Throws `no_entry`
 * when nothing can be started or several could, and what `check_project` throws.
 */
export function project_of_files(files: ReadonlyMap<string, Bytes>, options: IntakeOptions = {}): Intake {
  const { kept, left_out } = sift(files.keys());
  const entrypoint = options.entrypoint ?? guess_entrypoint(kept);
  if (entrypoint === undefined) throw new ShareError('no_entry');
  const kept_files = new Map<string, Bytes>();
  for (const path of kept) {
    const bytes = files.get(path);
    if (bytes !== undefined) kept_files.set(path, bytes);
  }
  const project = { entrypoint, files: kept_files };
  check_project(project, options.limits ?? DEFAULT_LIMITS);
  return { project, left_out };
}
