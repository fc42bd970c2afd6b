/** What is answered from the shelf, and what is left to the network. */
import { PAGE, type Release, type ReleaseFile } from '../../share/release.ts';
import type { Shelf } from './shelf.ts';

/** The path from the site's root that a request asks for; undefined for one that is not ours to answer. */
export function path_of(
  request: Pick<Request, 'method' | 'mode' | 'url'>,
  scope: string,
): string | undefined {
  const { origin, pathname, search } = new URL(request.url);
  const address = `${origin}${pathname}`;
  if (request.method !== 'GET' || !address.startsWith(scope)) return undefined;
  // A page reads what stands behind `?` in its address itself; of a file it may make another.
  if (search !== '' && request.mode !== 'navigate') return undefined;
  const path = address.slice(scope.length);
  return path === '' ? PAGE : decoded(path);
}

/** The reverse. The page was visited by its folder's address, and some hosts redirect its other one. */
export function address_of(path: string, scope: string): string {
  return scope + (path === PAGE ? '' : path.split('/').map(encodeURIComponent).join('/'));
}

export function file_at(path: string, release: Release): ReleaseFile | undefined {
  return release.files.find(({ file }) => file === path);
}

/** Of the first release that has the file. Undefined when none has it, or it was lost. */
export async function from_shelf(
  shelf: Shelf,
  path: string,
  releases: readonly Release[],
): Promise<Response | undefined> {
  for (const release of releases) {
    const file = file_at(path, release);
    if (file) return shelf.get(file.sha256);
  }
  return undefined;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
