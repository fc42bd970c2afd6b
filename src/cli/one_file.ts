/** Folds a built site into one HTML file, which needs no server and no network. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fold, with_carried } from '../share/one_file.ts';
import { site_in, with_site } from '../share/site.ts';

export interface FoldOptions {
  /** A folder as `tablit build` writes it. */
  readonly folder: string;
  /** The page as `tools/build/one_file.ts` made it. */
  readonly template: string;
}

/** Throws when the folder holds more than one app, or a file that its page names is not there. */
export async function fold_site({ folder, template }: FoldOptions): Promise<string> {
  const { site, files } = fold(site_in(await readFile(join(folder, 'index.html'), 'utf8')));
  const blocks = await Promise.all(
    files.map(async ({ id, path }) => [id, await readFile(join(folder, path), 'base64')] as const),
  );
  return with_carried(with_site(await readFile(template, 'utf8'), site), new Map(blocks));
}
