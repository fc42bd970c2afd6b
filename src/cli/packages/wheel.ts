/** One wheel of an app, as the page will know it. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SitePackage } from '../../share/site.ts';
import { CliError } from '../errors.ts';
import type { LockedPackage } from './lock.ts';
import { normal_name } from './requirements.ts';

export interface Wheel {
  readonly listed: SitePackage;
  /** Where it lies; undefined when the page fetches it. */
  readonly place: string | undefined;
  /** Built with the engine: its lock says what it is. */
  readonly own: boolean;
}

/** `url`: where the page fetches it at its first run. */
export function fetched_by_page(url: string, { name, version, file_name, sha256 }: LockedPackage): Wheel {
  return { listed: { name, version, file_name, sha256, url }, place: undefined, own: true };
}

/** A wheel at hand. Throws `packages_failed` when it is not there, or not the one that `row` lists. */
export async function wheel_at(place: string, row?: LockedPackage): Promise<Wheel> {
  const file_name = basename(place);
  const bytes = await readFile(place).catch(() => {
    throw new CliError(
      'packages_failed',
      `${file_name} is not there.`,
      'The engine lists it, but its folder lacks it.',
    );
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (row && row.sha256 !== sha256) {
    throw new CliError(
      'packages_failed',
      `${file_name} is not the file that the engine lists: its SHA-256 differs.`,
    );
  }
  const [name = file_name, version = ''] = file_name.split('-');
  const file = `packages/${file_name}`;
  return {
    listed: {
      name: row?.name ?? name,
      version: row?.version ?? version,
      file_name,
      sha256,
      size: bytes.length,
      file,
    },
    place,
    own: row !== undefined,
  };
}

/**
 * The hashes of `requirements.txt` are for files of the index; the engine's own builds have the hash of its lock.
 * Throws `packages_failed`.
 */
export function check_hashes(wheels: readonly Wheel[], hashes: ReadonlyMap<string, readonly string[]>): void {
  for (const { listed, own } of wheels) {
    const allowed = hashes.get(normal_name(listed.name));
    if (!allowed || own || allowed.includes(listed.sha256)) continue;
    throw new CliError(
      'packages_failed',
      `${listed.file_name} has none of the hashes that requirements.txt allows.`,
      `Its SHA-256 is ${listed.sha256}.`,
    );
  }
}

/** Such as `requests 2.32.5  0.06 MB`. */
export function wheel_line({ name, version, size, url }: SitePackage): string {
  const where =
    size === undefined
      ? `from ${new URL(url ?? '', 'https://localhost').host} at the first run`
      : `${(size / 1e6).toFixed(2)} MB`;
  return `${name} ${version}  ${where}`;
}
