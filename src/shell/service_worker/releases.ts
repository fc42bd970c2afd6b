/**
 * Which releases are kept. A new one takes over as soon as all of it is there: each later visit gets it, whole. Pages of
 * an older one may still be open and ask for their own files, so it stays until they are gone.
 */
import type { Release } from '../../share/release.ts';
import type { Shelf } from './shelf.ts';

export interface Kept {
  readonly current: Release;
  readonly older: readonly Release[];
  /** Ids of the pages that got the current one. */
  readonly served: readonly string[];
  /** When it took over, in milliseconds. */
  readonly since: number;
}

/** A page that was on its way when a release took over is not among the browser's open pages yet, for a moment. */
const GRACE = 5_000;

const NAME = 'releases';

/** What is known of `release` and those before it. */
export async function read_kept(shelf: Shelf, release: Release): Promise<Kept> {
  const kept = (await shelf.read(NAME).catch(() => undefined)) as Kept | undefined;
  return kept?.current.id === release.id ? kept : { current: release, older: [], served: [], since: 0 };
}

/** Makes `release` the current one. `open`: ids of the pages that are open now. */
export async function take_over(
  shelf: Shelf,
  release: Release,
  open: readonly string[],
  now: number,
): Promise<Kept> {
  const before = (await shelf.read(NAME)) as Kept | undefined;
  const others = before ? [before.current, ...before.older].filter(({ id }) => id !== release.id) : [];
  const kept: Kept = { current: release, older: open.length > 0 ? others : [], served: [], since: now };
  await shelf.write(NAME, kept);
  return kept;
}

/** Notes that a page has the current release; needed only while there are others. */
export async function note_served(shelf: Shelf, kept: Kept, page: string): Promise<Kept> {
  if (kept.older.length === 0 || kept.served.includes(page)) return kept;
  const noted = { ...kept, served: [...kept.served, page] };
  await shelf.write(NAME, noted);
  return noted;
}

/** Lets older releases go when no page can be of one any more. */
export async function let_go(shelf: Shelf, kept: Kept, open: readonly string[], now: number): Promise<Kept> {
  const in_use = open.some((page) => !kept.served.includes(page)) || now - kept.since < GRACE;
  if (kept.older.length === 0 || in_use) return kept;
  const alone = { ...kept, older: [], served: [] };
  await shelf.write(NAME, alone);
  await sweep(shelf, alone);
  return alone;
}

/** Drops what was kept of a release that found no room: half of it is of no use. */
export async function make_room(shelf: Shelf): Promise<void> {
  const kept = (await shelf.read(NAME)) as Kept | undefined;
  await sweep(shelf, kept ?? { current: { id: '', files: [] }, older: [] });
}

/** The releases that a page may be of, the likeliest first. */
export function releases_for({ current, older, served }: Kept, page: string): readonly Release[] {
  return older.length === 0 || served.includes(page) ? [current, ...older] : [...older, current];
}

/** Removes every file that no release in `kept` has. */
export async function sweep(
  shelf: Shelf,
  { current, older }: Pick<Kept, 'current' | 'older'>,
): Promise<void> {
  const needed = new Set([current, ...older].flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
  const held = await shelf.list();
  await Promise.all([...held].filter((sha256) => !needed.has(sha256)).map((sha256) => shelf.remove(sha256)));
}
