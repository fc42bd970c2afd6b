import { expect, it } from 'vitest';
import type { OfflineState } from '../ui/panels/offline_view.ts';
import type { OfflineNews } from './offline_messages.ts';
import { after_news } from './offline_news.ts';

const storing: OfflineNews = { type: 'storing', release: 'r', done: 1, total: 2 };
const failed: OfflineNews = { type: 'failed', release: 'r', reason: 'quota', done: 1, total: 2 };
const here = (release: string): OfflineNews => ({ type: 'here', release });
const available = (release: string): OfflineNews => ({ type: 'available', release });

it.each<
  [before: OfflineState['kind'] | undefined, OfflineNews, from_shelf: boolean, after: string | undefined]
>([
  [undefined, storing, false, 'storing'],
  ['storing', available('r'), false, 'available'],
  [undefined, here('r'), true, 'available'],
  [undefined, here('older'), false, undefined],
  [undefined, here('newer'), true, 'update_ready'],
  ['available', storing, true, 'available'],
  ['available', failed, true, 'available'],
  ['available', available('newer'), true, 'update_ready'],
  ['storing', available('newer'), false, 'update_ready'],
  ['storing', failed, false, 'failed'],
  ['failed', storing, false, 'storing'],
])('%s, then %j (page from the shelf: %s), is %s', (before, news, from_shelf, after) => {
  const state = before && ({ kind: before } as OfflineState);
  expect(after_news(state, news, { release: 'r', from_shelf })?.kind).toBe(after);
});

it('passes over news that a later release has', () => {
  const news = { type: 'later' } as unknown as OfflineNews;
  expect(after_news({ kind: 'available' }, news, { release: 'r', from_shelf: true })?.kind).toBe('available');
});
