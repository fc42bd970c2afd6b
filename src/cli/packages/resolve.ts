/** From what an app asks for to the wheels that the page hands to the engine. */
import { copyFile, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Project } from '../../share/index.ts';
import type { SitePackage } from '../../share/site.ts';
import { type Handler, static_files } from '../static_files.ts';
import type { Engine } from './engine.ts';
import type { Lock } from './lock.ts';
import { that_hold } from './pip.ts';
import { package_name, requirements_of } from './requirements.ts';
import { from_folder, from_index, given } from './sources.ts';
import { type Wheel, wheel_line } from './wheel.ts';

export interface Resolved {
  readonly listed: readonly SitePackage[];
  /** Puts the wheels that are at hand into a folder of the site. */
  readonly copy_to: (folder: string) => Promise<void>;
  /** Serves them at `/packages/`. */
  readonly handler: Handler;
}

/**
 * Throws `no_wheel`, naming the package that has no build for the engine, `packages_failed`, or `bad_app` for a list that
 * cannot be read.
 */
export async function resolve_packages(
  project: Project,
  engine: Engine,
  say: (text: string) => void,
): Promise<Resolved> {
  const { requirements, ignored } = requirements_of(project);
  for (const line of ignored) say(`Ignored in requirements.txt: ${line}`);
  const own = requirements.filter((requirement) => given.has(package_name(requirement)));
  if (own.length > 0) say(`Ignored: ${own.join(', ')}. Tablit brings its own.`);
  const asked = [...new Set(requirements.filter((requirement) => !given.has(package_name(requirement))))];
  if (asked.length === 0) return site_packages([]);
  say(`Packages: ${asked.join(', ')}`);
  const lock = await engine.lock();
  const needed = await without_markers(lock, asked);
  if (needed.length === 0) return site_packages([]);
  const wheels =
    engine.folder === undefined
      ? await from_index(lock, engine, needed)
      : await from_folder(lock, engine.folder, needed);
  for (const { listed } of wheels) say(`  ${wheel_line(listed)}`);
  return site_packages(wheels);
}

/** Python is asked only when there is a marker. */
async function without_markers(lock: Lock, asked: readonly string[]): Promise<readonly string[]> {
  return asked.some((requirement) => requirement.includes(';')) ? that_hold(lock, asked) : asked;
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
      return static_files(dirname(place))(request, response, `/${basename(place)}`);
    },
  };
}
