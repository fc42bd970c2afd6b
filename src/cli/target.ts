/** Looks at the place where a command is to write before it does its work, which may take minutes. */
import { access, constants, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CliError } from './errors.ts';
import { is_one_file } from './tablit_made.ts';

/** What the system says of a place, not of a fault of ours. */
const refusals = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'ENOENT',
  'ENOSPC',
  'EDQUOT',
  'ENAMETOOLONG',
  'ELOOP',
]);

/** Does `work`; where the system refuses a place to it, throws `not_writable`. `named`: the place as its author calls it. */
export async function to_be_written<T>(named: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw refusals.has(code) ? not_writable(named, code) : error;
  }
}

/** `out`: absolute, there or to be made. Throws `not_writable`. */
export async function check_folder(out: string, named: string): Promise<void> {
  await to_be_written(named, async () => {
    const found = await stat(out).catch(missing);
    if (found && !found.isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    if (found) await access(out, constants.W_OK);
    else if (dirname(out) !== out) await check_folder(dirname(out), named);
  });
}

/** The file that `tablit html` is to write: a new one, or one that it wrote before. Throws `not_writable`. */
export async function check_file(named: string): Promise<void> {
  const out = resolve(named);
  const found = await to_be_written(named, () => stat(out).catch(missing));
  if (found?.isDirectory() || /[/\\]$/.test(named)) {
    throw new CliError(
      'not_writable',
      `${named} is a folder.`,
      `Name a file, such as --out ${named.replace(/[/\\]+$/, '')}/app.html.`,
    );
  }
  if (found?.isFile() && found.size > 0 && !(await is_one_file(out))) {
    throw new CliError(
      'not_writable',
      `${named} is there already, and Tablit did not write it.`,
      'Name another file with --out, or remove that one.',
    );
  }
  await to_be_written(named, async () => {
    if (found) await access(out, constants.W_OK);
    else await access(dirname(out), constants.W_OK);
  });
}

/** `code`: the system's. */
export function not_writable(named: string, code: string): CliError {
  const [why, hint] = reasons[code] ?? [code, 'Name another place with --out.'];
  return new CliError('not_writable', `Nothing can be written to ${named}: ${why}.`, hint);
}

const reasons: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  EACCES: ['you may not write there (EACCES)', 'Name another place with --out.'],
  EPERM: ['you may not write there (EPERM)', 'Name another place with --out.'],
  EROFS: ['that disk is read-only (EROFS)', 'Name another place with --out.'],
  ENOTDIR: ['a file stands where a folder is needed (ENOTDIR)', 'Name another place with --out.'],
  ENOENT: ['there is no such folder (ENOENT)', 'Make it first, or name another place with --out.'],
  ENOSPC: ['the disk is full (ENOSPC)', 'Make room, or name another place with --out.'],
};

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
