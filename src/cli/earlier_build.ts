/** What an earlier `tablit build` left in a folder. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Site, site_in } from '../share/site.ts';
import { CliError } from './errors.ts';

/** Only names that a build gives: a page that says otherwise deletes nothing. */
const ours = /^(app\.[0-9a-f]{10}\.tablit|packages\/[\w.+!-]+\.whl)$/;

/**
 * Removes the app and the wheels of the build that is there, so that nothing which an author took out stays on the web.
 * Throws `not_writable` when the folder holds a page of someone else.
 */
export async function clear_build(out: string): Promise<void> {
  const html = await readFile(join(out, 'index.html'), 'utf8').catch(() => undefined);
  if (html === undefined) return;
  for (const path of app_files(described(html, out))) await rm(join(out, path), { force: true });
}

function described(html: string, out: string): Site {
  try {
    return site_in(html);
  } catch {
    throw new CliError(
      'not_writable',
      `${out} has an index.html that is not Tablit's.`,
      'Name an empty folder, or a new one, with --out.',
    );
  }
}

/** Paths in the site that belong to its app alone. */
export function app_files({ app, packages }: Pick<Site, 'app' | 'packages'>): readonly string[] {
  const named = [app?.url, ...packages.map(({ file }) => file)];
  return named.filter((path) => path !== undefined && ours.test(path)) as string[];
}
