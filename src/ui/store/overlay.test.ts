import { expect, it } from 'vitest';
import { overlay } from './overlay.ts';
import { apply, type BlockNode, empty_tree, type Tree, type TreeNode, type TreeOp } from './tree.ts';

const leaf = (path: number[], body: string): TreeOp => ({
  op: 'element',
  path,
  element: { type: 'text', body },
  buffers: [],
});
const block = (path: number[], type: 'container' | 'sidebar_never' = 'container'): TreeOp => ({
  op: 'block',
  path,
  element: type === 'container' ? { type } : { type: 'bad_element', message: '' },
  fresh: true,
});
const tree = (...ops: TreeOp[]): Tree => apply(empty_tree, ops).tree;

/** `[a, [b]]`, and `|` before what is of before. */
function words(node: TreeNode): string {
  if (node.kind === 'leaf') return node.element.type === 'text' ? node.element.body : '?';
  const { children, reached } = node as BlockNode;
  return `[${children.map((child, at) => (at === reached ? '|' : '') + words(child)).join(' ')}]`;
}
const laid = (over: Tree, under: Tree) => words(overlay(over, under).roots[0] as BlockNode);

it.each<[string, TreeOp[], TreeOp[], string]>([
  ['nothing is built yet', [], [leaf([0, 0], 'a'), leaf([0, 1], 'b')], '[|a b]'],
  ['some', [leaf([0, 0], 'A')], [leaf([0, 0], 'a'), leaf([0, 1], 'b')], '[A |b]'],
  ['more than there was', [leaf([0, 0], 'A'), leaf([0, 1], 'B')], [leaf([0, 0], 'a')], '[A B]'],
  [
    'within a block',
    [block([0, 0]), leaf([0, 0, 0], 'A')],
    [block([0, 0]), leaf([0, 0, 0], 'a'), leaf([0, 0, 1], 'b'), leaf([0, 1], 'c')],
    '[[A |b] |c]',
  ],
  [
    'a block of another kind',
    [block([0, 0], 'sidebar_never')],
    [block([0, 0]), leaf([0, 0, 0], 'a'), leaf([0, 1], 'c')],
    '[[] |c]',
  ],
])('lays what is built over what was there: %s', (_what, over, under, expected) => {
  expect(laid(tree(...over), tree(...under))).toBe(expected);
});
