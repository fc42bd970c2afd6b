import { expect, it } from 'vitest';
import type { Release } from '../../share/release.ts';
import { let_go, make_room, note_served, read_kept, releases_for, sweep, take_over } from './releases.ts';
import { memory_shelf } from './testing.ts';

const release = (id: string, ...files: string[]): Release => ({
  id,
  files: files.map((file) => ({ file, size: 1, sha256: file })),
});
const first = release('1', 'page1', 'engine');
const second = release('2', 'page2', 'engine');
const shelf_of = (...files: string[]) => memory_shelf(new Map(files.map((file) => [file, file])));

it('keeps what came before while a page of it is open, and lets it go after', async () => {
  const shelf = shelf_of('page1', 'page2', 'engine');
  await take_over(shelf, first, [], 0);
  let kept = await take_over(shelf, second, ['tab'], 1_000);
  await sweep(shelf, kept);
  expect(await shelf.list()).toEqual(new Set(['page1', 'page2', 'engine']));
  expect(releases_for(kept, 'tab')).toEqual([first, second]);

  kept = await note_served(shelf, kept, 'new tab');
  expect(releases_for(kept, 'new tab')).toEqual([second, first]);
  kept = await let_go(shelf, kept, ['tab', 'new tab'], 60_000);
  expect(kept.older).toEqual([first]);
  kept = await let_go(shelf, kept, ['new tab'], 60_000);
  expect(kept.older).toEqual([]);
  expect(await shelf.list()).toEqual(new Set(['page2', 'engine']));
  expect(await read_kept(shelf, second)).toEqual(kept);
});

it('lets nothing go in the first seconds: a page may be on its way', async () => {
  const shelf = shelf_of('page1', 'page2');
  await take_over(shelf, first, [], 0);
  const kept = await note_served(shelf, await take_over(shelf, second, ['tab'], 1_000), 'new tab');
  expect((await let_go(shelf, kept, ['new tab'], 2_000)).older).toEqual([first]);
});

it('keeps no older release when no page is open', async () => {
  const shelf = shelf_of();
  await take_over(shelf, first, [], 0);
  expect((await take_over(shelf, second, [], 0)).older).toEqual([]);
});

it('removes what no release has', async () => {
  const shelf = shelf_of('page1', 'engine', 'stray');
  await sweep(shelf, { current: first, older: [] });
  expect(await shelf.list()).toEqual(new Set(['page1', 'engine']));
});

it('makes room by dropping the half that came, and only that', async () => {
  const shelf = shelf_of('page1', 'engine', 'page2');
  await take_over(shelf, first, [], 0);
  await make_room(shelf);
  expect(await shelf.list()).toEqual(new Set(['page1', 'engine']));
});

it('starts from nothing when what is noted is of another release', async () => {
  const shelf = shelf_of();
  await take_over(shelf, first, [], 0);
  expect((await read_kept(shelf, second)).older).toEqual([]);
});
