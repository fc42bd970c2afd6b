import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Element } from '../../wire/elements/index.ts';
import {
  all_reached,
  apply,
  type BlockNode,
  empty_tree,
  type Tree,
  type TreeOp,
  widget_ids,
} from './tree.ts';

const text = (body: string): Element => ({ type: 'text', body });
const box: Element = { type: 'container' };
const put = (path: number[], body: string): TreeOp => ({
  op: 'element',
  path,
  element: text(body),
  buffers: [],
});
const block = (path: number[], fresh = true): TreeOp => ({ op: 'block', path, element: box, fresh });

/** The tree as nested arrays of texts. */
function outline(tree: Tree, root = 0): unknown[] {
  const inside = (node: BlockNode): unknown[] =>
    node.children.map((child) =>
      child.kind === 'block'
        ? inside(child)
        : 'body' in child.element
          ? child.element.body
          : child.element.type,
    );
  return inside(tree.roots[root] as BlockNode);
}

const small = apply(empty_tree, [
  put([0, 0], 'a'),
  block([0, 1]),
  put([0, 1, 0], 'b'),
  put([1, 0], 's'),
]).tree;

describe('the page’s tree', () => {
  it('puts elements and blocks at their places', () => {
    expect(outline(small)).toEqual(['a', ['b']]);
    expect(outline(small, 1)).toEqual(['s']);
  });

  it('shares what does not change', () => {
    const next = apply(small, [put([0, 0], 'z')]).tree;
    expect(next.roots[1]).toBe(small.roots[1]);
    expect(next.roots[0]?.children[1]).toBe(small.roots[0]?.children[1]);
    expect(outline(small)).toEqual(['a', ['b']]);
  });

  it('keeps the children of a block that is only described anew, and drops those of a fresh one', () => {
    expect(outline(apply(small, [block([0, 1], false)]).tree)).toEqual(['a', ['b']]);
    expect(outline(apply(small, [block([0, 1])]).tree)).toEqual(['a', []]);
  });

  it('trims a block', () => {
    expect(outline(apply(small, [{ op: 'trim', path: [0], length: 1 }]).tree)).toEqual(['a']);
  });

  it('shows and ends a transient', () => {
    const shown = apply(small, [{ op: 'transient', path: [0], index: 1, id: 7, element: text('wait') }]).tree;
    expect(shown.roots[0]?.transients).toHaveLength(1);
    const ended = apply(shown, [{ op: 'transient_end', path: [0], id: 7 }]).tree;
    expect(ended.roots[0]?.transients).toEqual([]);
  });

  it('marks how far a run has come, and forgets it at its end', () => {
    const reached = apply(small, [{ op: 'reached', path: [0], length: 1 }]).tree;
    expect(reached.roots[0]?.reached).toBe(1);
    expect(all_reached(reached).roots[0]?.reached).toBe(Number.POSITIVE_INFINITY);
    expect(all_reached(small)).toBe(small);
  });

  it('finds the widgets in it', () => {
    const checkbox: Element = { type: 'checkbox', id: 'w', label: 'A', default: false };
    const tree = apply(small, [{ op: 'element', path: [0, 1, 1], element: checkbox, buffers: [] }]).tree;
    expect([...widget_ids(tree)]).toEqual(['w']);
  });

  it.each([
    put([0, 5], 'far'),
    put([0, 0, 0], 'in a text'),
    put([9, 0], 'no root'),
    put([0, -1], 'before'),
    { op: 'trim', path: [0, 0], length: 0 } as const,
    { op: 'reached', path: [], length: 0 } as const,
  ])('skips and counts a change for a place that there is not: %j', (op) => {
    const { tree, skipped } = apply(small, [op]);
    expect(skipped).toBe(1);
    expect(outline(tree)).toEqual(outline(small));
  });

  it('says that containers are nested too deeply, and goes on beside them', () => {
    const ops = Array.from({ length: 300 }, (_, depth) => block([0, ...Array(depth + 1).fill(0)]));
    const { tree, skipped } = apply(empty_tree, [...ops, put([0, 1], 'after')]);
    expect(JSON.stringify(outline(tree))).toMatch(/^\[\[+"bad_element"\]+,"after"\]$/);
    expect(skipped).toBe(300 - 100);
  });

  it('never throws, whatever the paths', () => {
    const path = fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 4 });
    const op: fc.Arbitrary<TreeOp> = fc.oneof(
      path.map((at) => put(at, 'x')),
      fc.tuple(path, fc.boolean()).map(([at, fresh]) => block(at, fresh)),
      fc.tuple(path, fc.nat(3)).map(([at, length]) => ({ op: 'trim' as const, path: at, length })),
    );
    fc.assert(fc.property(fc.array(op), (ops) => apply(empty_tree, ops).tree.roots.length === 4));
  });
});
