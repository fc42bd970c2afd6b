/**
 * What a page around may do here, by where each of them is. The height of the frame, and when a run is over, are seen from
 * outside: code could tell by them what it reads. So a page of another site does not get to write code beside files that it
 * could not read itself.
 */
import { type Nearness, nearness_of } from '../broker/address.ts';

/**
 * `all`: the same site. `own_files`: it may show this site's app as it is, and apps of its own. `none`: this site is nearer to
 * the reader than the page around, and may hold what was never meant for it.
 */
export type Leave = 'all' | 'own_files' | 'none';

const distance: { readonly [N in Nearness]: number } = { computer: 0, network: 1, world: 2 };

/** `origin`: of the page around, as the browser says it; `null` for one that has none to name. */
export function leave_of(origin: string, page: URL): Leave {
  if (origin === page.origin && origin !== 'null') return 'all';
  const around = URL.canParse(origin) ? nearness_of(new URL(origin)) : 'world';
  return distance[around] <= distance[nearness_of(page)] ? 'own_files' : 'none';
}
