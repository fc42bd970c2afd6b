/**
 * The page that an app begins with, kept from the last visit: painted before Python is there, inert, and replaced when
 * the first run has built its own. What is kept is the tree of a first run, since that is what a first run will show.
 */
import { del, get, set } from 'idb-keyval';
import { read_element } from '../ui/port.ts';
import {
  apply,
  type BlockNode,
  empty_tree,
  type Tree,
  type TreeNode,
  type TreeOp,
} from '../ui/store/tree.ts';
import type { PageConfig } from '../wire/down.ts';
import { kept_store } from './stores.ts';

/** A tree as JSON can say it. `p`: path, `j`: the element's text, `b`: it is a block. */
interface KeptNode {
  readonly p: readonly number[];
  readonly j: string;
  readonly b?: true;
}

export interface KeptPage {
  readonly version: 1;
  readonly nodes: readonly KeptNode[];
  readonly config: PageConfig;
}

/** Trees beyond this many characters cost more to keep than they give. */
const MOST_CHARACTERS = 2_000_000;

/** Undefined for a tree that cannot be kept: with bytes, or very large. */
export function keep_page(tree: Tree, config: PageConfig): KeptPage | undefined {
  const nodes: KeptNode[] = [];
  let characters = 0;
  const add = (node: TreeNode, path: readonly number[]): boolean => {
    if (node.kind === 'leaf' && node.buffers.length > 0) return false;
    if (!node.element) return false;
    const text = JSON.stringify(node.element);
    characters += text.length;
    nodes.push(node.kind === 'block' ? { p: path, j: text, b: true } : { p: path, j: text });
    return characters <= MOST_CHARACTERS && (node.kind === 'leaf' || inside(node, path));
  };
  const inside = (block: BlockNode, path: readonly number[]): boolean =>
    block.children.every((child, index) => add(child, [...path, index]));
  return tree.roots.every((root, index) => inside(root, [index])) ? { version: 1, nodes, config } : undefined;
}

/** The tree again. An element that this version does not know becomes a card, as any bad element. */
export function tree_of({ nodes }: KeptPage): Tree {
  const ops = nodes.map(({ p, j, b }): TreeOp => {
    const element = read_element(j);
    return b
      ? { op: 'block', path: p, element, fresh: true }
      : { op: 'element', path: p, element, buffers: [] };
  });
  return apply(empty_tree, ops).tree;
}

const store = kept_store('tablit-pages', 'first');

/** Resolves with undefined where there is none, or where the browser keeps nothing. */
export async function remembered_page(app: string): Promise<KeptPage | undefined> {
  const kept = await get<KeptPage>(app, store).catch(() => undefined);
  return kept?.version === 1 ? kept : undefined;
}

export async function remember_page(app: string, page: KeptPage | undefined): Promise<void> {
  await (page ? set(app, page, store) : del(app, store)).catch(() => undefined);
}
