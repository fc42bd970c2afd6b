// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keep_page } from '../ui/store/keep_page.ts';
import { apply, empty_tree } from '../ui/store/tree.ts';
import { MOST_AT_ONCE_IN_ALL, MOST_PAGES, remember_page } from './remember.ts';
import { remembered_at_once, remembered_page } from './remembered.ts';

const database = vi.hoisted(() => new Map<string, unknown>());
vi.mock('idb-keyval', () => ({
  createStore: () => undefined,
  get: async (key: string) => database.get(key),
  set: async (key: string, value: unknown) => void database.set(key, value),
  del: async (key: string) => void database.delete(key),
  delMany: async (keys: string[]) => void keys.map((key) => database.delete(key)),
  keys: async () => [...database.keys()],
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
  expect([Object.keys(localStorage), database.size]).toEqual([['tablit.page_at app'], 1]);
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

describe('what is kept does not grow without end', () => {
  const kept = () => Object.keys(localStorage).filter((key) => key.startsWith('tablit.page '));
  const large = page_of(200_000);
  /** Each is kept a second after the one before. */
  const remember_all = async (apps: readonly string[], page = page_of(10)) => {
    vi.useFakeTimers();
    for (const app of apps) {
      vi.advanceTimersByTime(1_000);
      await remember_page(app, page);
    }
    vi.useRealTimers();
  };

  it('a new build of an app takes the place of the one before, and of no other app', async () => {
    const apps = ['https://h.example/a/app.0123456789.tablit', 'https://h.example/b/app.0123456789.tablit'];
    await remember_all([...apps, 'https://h.example/a/app.abcdef0123.tablit']);
    expect(kept()).toEqual([
      'tablit.page https://h.example/b/app.0123456789.tablit',
      'tablit.page https://h.example/a/app.abcdef0123.tablit',
    ]);
    await remember_all(['https://h.example/b/app.abcdef0123.tablit'], large);
    expect(kept()).toEqual(['tablit.page https://h.example/a/app.abcdef0123.tablit']);
    await remember_all(['https://h.example/b/app.9999999999.tablit']);
    expect([...database.keys()]).toEqual([]);
  });

  it('those that were kept longest ago go first, small ones and large ones', async () => {
    const apps = Array.from({ length: MOST_PAGES + 2 }, (_, at) => `project:${at}`);
    await remember_all(apps);
    expect(kept().length).toBe(MOST_PAGES);
    expect(remembered_at_once('project:1')).toBeUndefined();
    expect(remembered_at_once('project:2')).toBeDefined();
    await remember_all(apps, large);
    expect([kept().length, database.size]).toEqual([0, MOST_PAGES]);
    expect(await remembered_page('project:1')).toBeUndefined();
    expect(Object.keys(localStorage).length).toBe(MOST_PAGES);
  });

  it('all that can be read at once have their room together', async () => {
    const page = page_of(90_000);
    const apps = Array.from({ length: 15 }, (_, at) => `project:${at}`);
    await remember_all(apps, page);
    const size = kept().reduce((sum, key) => sum + (localStorage.getItem(key)?.length ?? 0), 0);
    expect(size).toBeLessThanOrEqual(MOST_AT_ONCE_IN_ALL);
    expect(size).toBeGreaterThan(MOST_AT_ONCE_IN_ALL - 100_000);
    expect(remembered_at_once('project:14')).toBeDefined();
  });

  it('pages of which nobody knows when they were kept go before all others', async () => {
    for (let at = 0; at < 60; at++) localStorage.setItem(`tablit.page project:old${at}`, '{}');
    for (let at = 0; at < 60; at++) database.set(`project:older${at}`, {});
    await remember_page('project:new', page_of(10));
    expect(kept().length + database.size).toBe(MOST_PAGES);
    expect(remembered_at_once('project:new')).toBeDefined();
  });
});
