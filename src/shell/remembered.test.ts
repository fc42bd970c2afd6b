// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { apply, empty_tree, type TreeOp } from '../ui/store/tree.ts';
import { keep_page, remember_page, remembered_at_once, remembered_page, tree_of } from './remembered.ts';

const leaf = (path: number[], body: string, buffers: ArrayBuffer[] = []): TreeOp => ({
  op: 'element',
  path,
  element: { type: 'text', body },
  buffers,
});
const block = (path: number[]): TreeOp => ({
  op: 'block',
  path,
  element: { type: 'container' },
  fresh: true,
});
const tree = apply(empty_tree, [
  leaf([0, 0], 'a'),
  block([0, 1]),
  leaf([0, 1, 0], 'b'),
  block([0, 1, 1]),
  leaf([0, 1, 1, 0], 'c'),
  leaf([1, 0], 'side'),
]).tree;

it('keeps a tree through JSON', () => {
  const kept = keep_page(tree, { page_title: 'T' });
  expect(kept).toBeDefined();
  expect(tree_of(JSON.parse(JSON.stringify(kept)))).toEqual(tree);
});

it('does not keep a tree with bytes, nor a very large one', () => {
  expect(keep_page(apply(tree, [leaf([0, 2], 'x', [new ArrayBuffer(1)])]).tree, {})).toBeUndefined();
  expect(keep_page(apply(tree, [leaf([0, 2], 'x'.repeat(2_000_001))]).tree, {})).toBeUndefined();
});

it('shows a card for an element that this version does not know', () => {
  const kept = { version: 1, config: {}, nodes: [{ p: [0, 0], j: '{"type":"later"}' }] } as const;
  expect(tree_of(kept).roots[0]?.children[0]?.element?.type).toBe('bad_element');
});

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
const page_of = (characters: number) =>
  keep_page(apply(tree, [leaf([0, 2], 'x'.repeat(characters))]).tree, {});

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
