/** Makes a whole site in a folder of its own: the prebuilt page with one app and its packages. */
import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Project, pack } from '../share/index.ts';
import { site_in, with_site } from '../share/site.ts';
import { write_manifest } from './manifest.ts';
import type { Resolved } from './packages/site_packages.ts';
import { site_folder } from './places.ts';
import { close_release } from './release.ts';
import { add_wheels } from './sbom.ts';
import { by_share_rules } from './share_errors.ts';

export interface SiteOfApp {
  readonly name: string;
  readonly project: Project;
  readonly keep_state: boolean;
  /** What it begins with, as `KeptPage`. */
  readonly page?: unknown;
}

/** `folder` is there and empty. Throws `bad_app`, or the system's errors. */
export async function make_site(
  folder: string,
  { name, project, keep_state, page: first }: SiteOfApp,
  packages: Resolved,
): Promise<void> {
  const archive = await by_share_rules(() => pack(project));
  await cp(site_folder(), folder, { recursive: true });
  await packages.copy_to(join(folder, 'packages'));
  const file = `app.${createHash('sha256').update(archive).digest('hex').slice(0, 10)}.tablit`;
  await writeFile(join(folder, file), archive);
  const page = join(folder, 'index.html');
  const html = await readFile(page, 'utf8');
  const more = { ...(keep_state ? { keep_state } : {}), ...(first === undefined ? {} : { page: first }) };
  const app = { kind: 'archive', name, url: file, ...more } as const;
  await writeFile(page, with_site(html, { ...site_in(html), app, packages: packages.listed }));
  await write_manifest(folder, name);
  await add_wheels(folder, packages.listed);
  const wheels = packages.listed.flatMap((wheel) => (wheel.file === undefined ? [] : [wheel.file]));
  await close_release(folder, [file, ...wheels]);
}
