/** What an app's folder holds beside the app: left out when a folder or zip is taken in, and said. */
import { secret_file } from './secret_files.ts';

export type LeftOutReason = 'secret' | 'tooling' | 'symlink';

export interface LeftOut {
  /** A file, or with a slash at its end a folder and all below it. */
  readonly path: string;
  readonly reason: LeftOutReason;
}

/** Folders that tools make, compared in lower case. */
const FOLDERS = new Set([
  '.git',
  '.hg',
  '.svn',
  '.venv',
  'venv',
  'node_modules',
  '__pycache__',
  '__macosx',
  '.ipynb_checkpoints',
  '.idea',
  '.vscode',
  '.mypy_cache',
  '.ruff_cache',
  '.pytest_cache',
  '.tox',
  '.nox',
  '.cache',
  '.devcontainer',
  '.github',
]);

const FILES =
  /^(\.ds_store|thumbs\.db|desktop\.ini|\._.*|.*\.py[co]|\.gitignore|\.gitattributes|.*\.swp|.*~)$/;

/** Why the file at `path` does not belong to an app, or `undefined` when it does. For walking a folder, too. */
export function why_left_out(path: string): LeftOut | undefined {
  const parts = path.split('/');
  const folder = parts.slice(0, -1).findIndex((part) => FOLDERS.has(part.toLowerCase()));
  if (folder !== -1) return { path: `${parts.slice(0, folder + 1).join('/')}/`, reason: 'tooling' };
  if (secret_file(path) !== undefined) return { path, reason: 'secret' };
  if (FILES.test((parts.at(-1) ?? '').toLowerCase())) return { path, reason: 'tooling' };
  return undefined;
}

/** Divides names into those that belong and those left out, each folder named once. */
export function sift(paths: Iterable<string>): {
  readonly kept: readonly string[];
  readonly left_out: readonly LeftOut[];
} {
  const kept: string[] = [];
  const left_out = new Map<string, LeftOut>();
  for (const path of paths) {
    const out = why_left_out(path);
    if (out === undefined) kept.push(path);
    else left_out.set(out.path, out);
  }
  return { kept, left_out: [...left_out.values()] };
}
