/** Where the built parts are, beside the bundle that runs. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliError } from './errors.ts';

/** `dist`: the bundle is `dist/cli/tablit.mjs`. */
const dist = join(dirname(fileURLToPath(import.meta.url)), '..');

function built(part: string, file: string): string {
  const folder = join(dist, part);
  if (existsSync(join(folder, file))) return folder;
  throw new CliError('not_built', `Tablit's own page is not there (${part}).`, 'Run `npm run build` first.');
}

export const site_folder = () => built('site', 'index.html');
export const gallery_folder = () => built('gallery', 'index.html');
export const one_file_page = () => join(built('one_file', 'page.html'), 'page.html');
/** Bundled beside this command. */
export const prerender_program = () => join(built('cli', 'prerender.mjs'), 'prerender.mjs');
