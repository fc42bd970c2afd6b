/** Writes a site into a folder: the prebuilt page with one app and its packages. */
import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Project, pack, ShareError } from '../share/index.ts';
import { site_in, with_site } from '../share/site.ts';
import { clear_build } from './earlier_build.ts';
import { CliError } from './errors.ts';
import { make_folder } from './make_folder.ts';
import { write_manifest } from './manifest.ts';
import type { Resolved } from './packages/site_packages.ts';
import { site_folder } from './places.ts';
import { close_release } from './release.ts';
import { add_wheels } from './sbom.ts';

export interface SiteOfApp {
  readonly name: string;
  readonly project: Project;
  readonly keep_state: boolean;
  /** What it begins with, as `KeptPage`. */
  readonly page?: unknown;
}

/** Throws `bad_app`, `not_writable`. What an earlier build put there for its app is replaced; what else is in the folder stays. */
export async function write_site(
  out: string,
  { name, project, keep_state, page: first }: SiteOfApp,
  packages: Resolved,
): Promise<void> {
  const from = site_folder();
  // Before anything is touched: what cannot be packed leaves the site that is there as it is.
  const archive = await packed(project);
  await make_folder(out).catch((error: NodeJS.ErrnoException) => {
    throw not_writable(out, error.code);
  });
  try {
    await clear_build(out);
    await cp(from, out, { recursive: true });
    await packages.copy_to(join(out, 'packages'));
    const file = `app.${createHash('sha256').update(archive).digest('hex').slice(0, 10)}.tablit`;
    await writeFile(join(out, file), archive);
    const page = join(out, 'index.html');
    const html = await readFile(page, 'utf8');
    const more = { ...(keep_state ? { keep_state } : {}), ...(first === undefined ? {} : { page: first }) };
    const app = { kind: 'archive', name, url: file, ...more } as const;
    await writeFile(page, with_site(html, { ...site_in(html), app, packages: packages.listed }));
    await write_manifest(out, name);
    await add_wheels(out, packages.listed);
    const wheels = packages.listed.flatMap((wheel) => (wheel.file === undefined ? [] : [wheel.file]));
    await close_release(out, [file, ...wheels]);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC'].includes(code ?? '')) throw error;
    throw not_writable(out, code);
  }
}

async function packed(project: Project): Promise<Uint8Array> {
  try {
    return await pack(project);
  } catch (error) {
    if (error instanceof ShareError) throw new CliError('bad_app', error.message, error.hint);
    throw error;
  }
}

function not_writable(out: string, code = ''): CliError {
  const hint = 'Name another folder with --out.';
  return new CliError('not_writable', `Nothing can be written to ${out}: ${code}.`, hint);
}
