/** Which names a file of an app may have: one rule per row, the first that matches is the error. */
import { utf8 } from './bytes.ts';
import { ShareError, type ShareErrorCode } from './errors.ts';
import type { Limits } from './limits.ts';

/** Names that Windows gives to devices, with any extension and in any case. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i;

/** Controls, line and paragraph separators, and the marks that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Windows takes one letter and a colon for a disk. */
const DISK = /^[a-z]:/i;

/** A part that some system changes or claims, so that a file written under it is another file or none. */
function reserved_part(path: string): string | undefined {
  return path
    .split('/')
    .find(
      (part) =>
        DISK.test(part) || DEVICE.test(part) || part.toLowerCase() === '__proto__' || /[. ]$/.test(part),
    );
}

type Rule = readonly [code: ShareErrorCode, refuses: (path: string, limits: Limits) => boolean];

const RULES: readonly Rule[] = [
  // A lone surrogate has no UTF-8 form.
  ['path_not_text', (path) => /\p{Surrogate}/u.test(path)],
  ['path_too_long', (path, limits) => utf8.encode(path).length > limits.max_path],
  ['path_control', (path) => UNSEEN.test(path)],
  ['path_backslash', (path) => path.includes('\\')],
  ['path_absolute', (path) => path.startsWith('/') || /^[a-z]:\//i.test(path)],
  ['path_outside', (path) => path.split('/').includes('..')],
  ['path_empty_part', (path) => path.split('/').some((part) => part === '' || part === '.')],
  ['path_reserved', (path) => reserved_part(path) !== undefined],
];

/** Throws the `path_…` error of the first rule that `path` breaks. */
export function check_path(path: string, limits: Limits): void {
  for (const [code, refuses] of RULES) {
    if (!refuses(path, limits)) continue;
    const detail = code === 'path_reserved' ? reserved_part(path) : undefined;
    throw new ShareError(code, {
      path,
      ...(code === 'path_too_long' ? { most: limits.max_path } : {}),
      ...(detail === undefined ? {} : { detail }),
    });
  }
}

/** Equal for names that are one file on a system that folds case or composes accents. */
export function fold_path(path: string): string {
  // Through upper case first: it turns `ß` into `SS` and final sigma into the ordinary one, as full case folding does.
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/**
 * Checks each path, and that no two are one file, nor one a file and the other a folder of that name.
 * Throws a `path_…` error or `same_name`.
 */
export function check_paths(paths: Iterable<string>, limits: Limits): void {
  const files = new Map<string, string>();
  for (const path of paths) {
    check_path(path, limits);
    const folded = fold_path(path);
    const other = files.get(folded);
    if (other !== undefined) throw new ShareError('same_name', { path: other, other: path });
    files.set(folded, path);
  }
  for (const [folded, path] of files) {
    for (let slash = folded.indexOf('/'); slash !== -1; slash = folded.indexOf('/', slash + 1)) {
      const file = files.get(folded.slice(0, slash));
      if (file !== undefined) throw new ShareError('same_name', { path: file, other: path });
    }
  }
}
