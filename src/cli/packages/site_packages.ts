/** An app's wheels as its site has them: listed for the page, copied into a folder, or served. */
import { copyFile, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SitePackage } from '../../share/site.ts';
import { type Handler, static_files } from '../static_files.ts';
import type { Wheel } from './wheel.ts';

export interface Resolved {
  readonly listed: readonly SitePackage[];
  /** Puts the wheels that are at hand into a folder of the site. */
  readonly copy_to: (folder: string) => Promise<void>;
  /** Serves them at `/packages/`. */
  readonly handler: Handler;
}

export function in_site(wheels: readonly Wheel[]): Resolved {
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
