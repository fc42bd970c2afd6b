import { expect, it } from 'vitest';
import { keep_page } from './keep_page.ts';
import { read_page, tree_of } from './kept_page.ts';
import { apply, empty_tree, type TreeOp } from './tree.ts';

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
const from_base64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const through_json = (value: unknown) => tree_of(read_page(JSON.parse(JSON.stringify(value))), from_base64);

it('keeps a tree through JSON', () => {
  expect(through_json(keep_page(tree, { page_title: 'T' }, { 'theme.base': 'dark' }))).toEqual(tree);
});

it('keeps bytes, as many as they are', () => {
  const bytes = Uint8Array.from({ length: 20_001 }, (_, at) => at % 251);
  const with_bytes = apply(tree, [leaf([0, 2], 'x', [bytes.buffer, new ArrayBuffer(0)])]).tree;
  const node = through_json(keep_page(with_bytes, {})).roots[0]?.children[2];
  const [one, none] = node?.kind === 'leaf' ? node.buffers : [];
  expect(new Uint8Array(one as ArrayBuffer)).toEqual(bytes);
  expect(none?.byteLength).toBe(0);
});

it('keeps no password that an app gives its field', () => {
  const field = (input_type: 'password' | 'email'): TreeOp => ({
    op: 'element',
    path: [0, 2],
    element: { type: 'text_input', id: 'i', label: 'L', default: 'given', input_type },
    buffers: [],
  });
  const text = (op: TreeOp) => JSON.stringify(keep_page(apply(tree, [op]).tree, {}));
  expect(text(field('email'))).toContain('given');
  expect(text(field('password'))).not.toContain('given');
});

it('does not keep a very large tree', () => {
  expect(keep_page(apply(tree, [leaf([0, 2], 'x'.repeat(2_000_001))]).tree, {})).toBeUndefined();
  expect(keep_page(apply(tree, [leaf([0, 2], 'x', [new ArrayBuffer(1_600_000)])]).tree, {})).toBeUndefined();
});

it('shows a card for an element that this version does not know', () => {
  const kept = { version: 1, config: {}, nodes: [{ p: [0, 0], j: '{"type":"later"}' }] } as const;
  expect(tree_of(kept, from_base64).roots[0]?.children[0]?.element?.type).toBe('bad_element');
});

it.each([
  [{ version: 2, config: {}, nodes: [] }, /page\.version/],
  [{ version: 1, config: {}, nodes: [{ p: [0, 'x'], j: '{}' }] }, /page\.nodes\[0\]\.p\[1\]/],
  [{ version: 1, config: {}, nodes: [{ p: [0], j: '{}', f: [1] }] }, /page\.nodes\[0\]\.f/],
  [{ version: 1, config: {}, nodes: [], options: { 'theme.base': [] } }, /page\.options/],
])('refuses what is no page: %j', (value, where) => {
  expect(() => read_page(value)).toThrow(where);
});

it('skips places that there are not', () => {
  const kept = read_page({ version: 1, config: {}, nodes: [{ p: [9, 9], j: '{"type":"text","body":"x"}' }] });
  expect(tree_of(kept, from_base64)).toEqual(empty_tree);
});
