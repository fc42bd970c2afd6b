/** Puts a whole site into the folder that an author named, and touches nothing there that no build wrote. */
import { copyFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BUILD_LIST, type BuildList, both_lists, print_build_list } from './build_list.ts';
import { CliError } from './errors.ts';
import { in_the_way, is_as_listed, list_in, sha256_of } from './in_the_way.ts';
import { make_folder } from './make_folder.ts';
import { site_folder } from './places.ts';
import { files_in } from './release.ts';
import { listed } from './stays.ts';
import { check_folder, to_be_written } from './target.ts';

/** A file on its way into the folder: what has a name there is whole. */
const PARTIAL = 'tablit.partial';

/** What a build removes when it writes it no more: names that only builds give, as a list may have come from anywhere. */
const OURS = /^(app\.[0-9a-f]{10}\.tablit|(assets|engine|icons|packages)\/[\w.+!-]+)$/;

/** Before there is anything to put: throws `not_writable` where a site would not go, `named` as its author calls it. */
export async function check_place(out: string, named: string): Promise<void> {
  await check_folder(out, named);
  await refuse_others(out, named, [...(await files_in(site_folder())), BUILD_LIST], await list_in(out));
}

/**
 * `site`: a folder that holds nothing else. The build that is there is replaced, and what it had and the new one has not is
 * removed; whatever else is in `out` stays. Throws `not_writable`, then nothing was touched.
 */
export async function place_site(site: string, out: string, named: string): Promise<void> {
  const coming: BuildList = new Map(
    await Promise.all(
      (await files_in(site)).map(
        async (path) => [path, new Set([await sha256_of(join(site, path))])] as const,
      ),
    ),
  );
  await to_be_written(named, async () => {
    await make_folder(out);
    const before = await list_in(out);
    await refuse_others(out, named, [...coming.keys(), BUILD_LIST], before);
    const write_list = (list: BuildList) =>
      put(out, BUILD_LIST, (to) => writeFile(to, print_build_list(list)));
    // A build that is cut off here is known by the next one.
    await write_list(both_lists(before, coming));
    for (const path of coming.keys()) await put(out, path, (to) => copyFile(join(site, path), to));
    const kept = new Map(coming);
    for (const [path, hashes] of before) {
      if (coming.has(path) || !(await is_as_listed(out, path, before))) continue;
      if (OURS.test(path)) await rm(join(out, path));
      else kept.set(path, new Set(hashes));
    }
    await write_list(kept);
  });
}

async function put(out: string, path: string, write: (to: string) => Promise<void>): Promise<void> {
  const partial = join(out, PARTIAL);
  await make_folder(dirname(join(out, path)));
  await rm(partial, { force: true });
  await write(partial);
  await rename(partial, join(out, path));
}

async function refuse_others(
  out: string,
  named: string,
  paths: readonly string[],
  before: BuildList,
): Promise<void> {
  const found = await in_the_way(out, paths, before);
  if (found.length === 0) return;
  throw new CliError(
    'not_writable',
    `A build would overwrite what no build wrote in ${named}: ${listed(found)}.`,
    'Move it elsewhere, remove it, or name another folder with --out. Nothing was touched.',
  );
}
