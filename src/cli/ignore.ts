/** Keeps an app's secrets out of version control. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from './errors.ts';

const LINE = '.streamlit/secrets.toml';

/** Adds the line to the folder's `.gitignore` unless it is there. Returns what was done, in words. Throws `not_writable`. */
export async function add_ignore(folder: string): Promise<string> {
  const file = join(folder, '.gitignore');
  const text = await readFile(file, 'utf8').catch(() => '');
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
