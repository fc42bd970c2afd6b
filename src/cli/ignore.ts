/** Keeps an app's secrets out of version control. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CliError } from './errors.ts';

const LINE = '.streamlit/secrets.toml';

/**
 * Adds the line to the `.gitignore` of an app, a folder or the script in it, unless it is there. Returns what was done, in
 * words. Throws `no_such_file`, `not_writable`.
 */
export async function add_ignore(app: string): Promise<string> {
  const found = await stat(app).catch(() => undefined);
  if (!found) throw new CliError('no_such_file', `There is no ${app}.`, 'Name the folder of an app.');
  const folder = found.isDirectory() ? app : dirname(app);
  const file = join(folder, '.gitignore');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new CliError('bad_app', `${file} cannot be read: ${error.code}.`);
  });
  if (text.split('\n').some((line) => line.trim() === LINE)) return `${LINE} is in .gitignore already.`;
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  await writeFile(file, `${text}${gap}${LINE}\n`).catch((error: NodeJS.ErrnoException) => {
    throw new CliError(
      'not_writable',
      `${file} cannot be written: ${error.code}.`,
      'Name the folder of an app.',
    );
  });
  return `${LINE} is in .gitignore now.`;
}
