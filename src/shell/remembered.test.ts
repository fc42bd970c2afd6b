import { expect, it } from 'vitest';
import { apply, empty_tree, type TreeOp } from '../ui/store/tree.ts';
import { keep_page, tree_of } from './remembered.ts';

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
