/** From what an app asks for to the wheels that the page hands to the engine. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Project } from '../../share/index.ts';
import type { SitePackage } from '../../share/site.ts';
import { CliError } from '../errors.ts';
import { type Handler, static_files } from '../static_files.ts';
import type { Engine } from './engine.ts';
import { closure, type Lock, type LockedPackage } from './lock.ts';
import { cache_folder, download, requires } from './pip.ts';
import { package_name, requirements_of } from './requirements.ts';

export interface Resolved {
  readonly listed: readonly SitePackage[];
  /** Puts the wheels that are at hand into a folder of the site. */
  readonly copy_to: (folder: string) => Promise<void>;
  /** Serves them at `/packages/`. */
  readonly handler: Handler;
}

/** Given by the engine itself. */
const given: ReadonlySet<string> = new Set(['streamlit', 'tablit']);

/** Throws `no_wheel`, naming the package that has no build for the engine, or `packages_failed`. */
export async function resolve_packages(
  project: Project,
  engine: Engine,
  say: (text: string) => void,
): Promise<Resolved> {
  const asked = requirements_of(project).filter((requirement) => !given.has(package_name(requirement)));
  if (asked.length === 0) return site_packages([]);
  say(`Packages: ${asked.join(', ')}`);
  const lock = await engine.lock();
  const wheels =
    engine.folder === undefined
      ? await from_index(lock, engine, asked)
      : await from_folder(lock, engine, asked);
  for (const { listed } of wheels) say(`  ${listed.name} ${listed.version}  ${size_of(listed)}`);
  return site_packages(wheels);
}

interface Wheel {
  readonly listed: SitePackage;
  /** Where it lies; undefined when the page fetches it. */
  readonly place: string | undefined;
}

function site_packages(wheels: readonly Wheel[]): Resolved {
  const places = new Map(
    wheels.flatMap(({ place }) => (place === undefined ? [] : [[basename(place), place] as const])),
  );
  return {
    listed: wheels.map(({ listed }) => listed),
    async copy_to(folder) {
      if (places.size > 0) await mkdir(folder, { recursive: true });
      for (const [name, place] of places) await copyFile(place, join(folder, name));
    },
    handler: async (request, response, path) => {
      const place = places.get(path.replace(/^\/packages\//, ''));
      if (place === undefined || !path.startsWith('/packages/')) return false;
      return static_files(join(place, '..'))(request, response, `/${basename(place)}`);
    },
  };
}

/** The engine's own packages, whose files lie beside it. */
async function from_folder(lock: Lock, engine: Engine, asked: readonly string[]): Promise<Wheel[]> {
  for (const requirement of asked) {
    if (!lock.packages.has(package_name(requirement)))
      throw no_wheel(requirement, 'This engine has no such package.');
  }
  return Promise.all(
    closure(lock, asked.map(package_name)).map((row) =>
      wheel_at(join(engine.folder ?? '', row.file_name), row),
    ),
  );
}

/** The package index first; what it has no wheel of comes from the engine's own address, where that has it. */
async function from_index(lock: Lock, engine: Engine, asked: readonly string[]): Promise<Wheel[]> {
  const name = createHash('sha256')
    .update([lock.abi_version, ...asked].join('\n'))
    .digest('hex')
    .slice(0, 16);
  const folder = join(cache_folder(), name);
  const whole = await download(lock, folder, asked, true);
  if (whole.kind === 'ok') return Promise.all(whole.files.map((file) => wheel_at(file)));
  return one_by_one(lock, engine, asked, join(cache_folder(), lock.abi_version));
}

async function one_by_one(
  lock: Lock,
  engine: Engine,
  asked: readonly string[],
  folder: string,
): Promise<Wheel[]> {
  const found = new Map<string, Wheel>();
  const queue = [...asked];
  for (let requirement = queue.shift(); requirement !== undefined; requirement = queue.shift()) {
    const name = package_name(requirement);
    if (found.has(name) || given.has(name)) continue;
    const place = join(folder, name);
    const got = await download(lock, place, [requirement], false);
    const file = got.kind === 'ok' ? got.files.at(-1) : undefined;
    if (file !== undefined) {
      found.set(name, await wheel_at(file));
      queue.push(...(await requires(lock, file)));
      continue;
    }
    const rows = closure(lock, [name]);
    if (rows.length === 0) throw no_wheel(requirement, got.kind === 'failed' ? last_line(got.reason) : '');
    for (const row of rows) found.set(package_name(row.name), fetched_by_page(engine, row));
  }
  return [...found.values()];
}

function fetched_by_page(engine: Engine, { name, version, file_name, sha256 }: LockedPackage): Wheel {
  return { listed: { name, version, file_name, sha256, url: engine.url(file_name) }, place: undefined };
}

async function wheel_at(place: string, row?: LockedPackage): Promise<Wheel> {
  const bytes = await readFile(place).catch(() => {
    throw new CliError(
      'packages_failed',
      `${basename(place)} is not there.`,
      'The engine lists it, but its folder lacks it.',
    );
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (row && row.sha256 !== sha256) {
    throw new CliError(
      'packages_failed',
      `${basename(place)} is not the file that the engine lists: its SHA-256 differs.`,
    );
  }
  const file_name = basename(place);
  const [name = file_name, version = ''] = file_name.split('-');
  const { size } = await stat(place);
  return { listed: { name, version, file_name, sha256, size, file: `packages/${file_name}` }, place };
}

function no_wheel(requirement: string, reason: string): CliError {
  return new CliError(
    'no_wheel',
    `${requirement} has no build for the browser's Python.`,
    `${reason}\nA package of Python alone works; one with compiled parts needs a wheel for this engine (docs/packages.md).`.trim(),
  );
}

function last_line(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

function size_of({ size, url }: SitePackage): string {
  return size === undefined
    ? `from ${new URL(url ?? '', 'https://localhost').host} at the first run`
    : `${(size / 1e6).toFixed(2)} MB`;
}
