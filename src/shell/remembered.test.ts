// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { keep_page } from '../ui/store/keep_page.ts';
import { apply, empty_tree } from '../ui/store/tree.ts';
import { remember_page } from './remember.ts';
import { remembered_at_once, remembered_page } from './remembered.ts';

const database = vi.hoisted(() => new Map<string, unknown>());
vi.mock('idb-keyval', () => ({
  createStore: () => undefined,
  get: async (key: string) => database.get(key),
  set: async (key: string, value: unknown) => void database.set(key, value),
  del: async (key: string) => void database.delete(key),
}));
beforeEach(() => {
  localStorage.clear();
  database.clear();
});
const page_of = (characters: number) => {
  const element = { type: 'text', body: 'x'.repeat(characters) } as const;
  return keep_page(apply(empty_tree, [{ op: 'element', path: [0, 0], element, buffers: [] }]).tree, {});
};

it('gives a small page at once, and a large one a little later', async () => {
  await remember_page('small', page_of(10));
  await remember_page('large', page_of(200_000));
  expect(remembered_at_once('small')).toEqual(page_of(10));
  expect(remembered_at_once('large')).toBeUndefined();
  expect(await remembered_page('large')).toEqual(page_of(200_000));
});

it('leaves nothing behind when a page is forgotten, or has grown', async () => {
  await remember_page('app', page_of(10));
  await remember_page('app', page_of(200_000));
  expect([localStorage.length, database.size]).toEqual([0, 1]);
  await remember_page('app', undefined);
  expect([localStorage.length, database.size]).toEqual([0, 0]);
});

it('keeps a small page in the database when there is no other room', async () => {
  const set_item = vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await remember_page('app', page_of(10));
  set_item.mockRestore();
  expect(await remembered_page('app')).toEqual(page_of(10));
});

it.each([
  'null',
  '{}',
  '{"version":2,"nodes":[],"config":{}}',
  '{"version":1,"nodes":[{"p":"0","j":"{}"}],"config":{}}',
  '{"version":1,"nodes":[],"config":{"layout":"<b>"}}',
  '{"version":1,"nodes":',
])('takes nothing for a page that is none: %s', async (text) => {
  localStorage.setItem('tablit.page app', text);
  expect(await remembered_page('app')).toBeUndefined();
});
