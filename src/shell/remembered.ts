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

/**
 * Pages of at most this many characters are kept where they can be read at once, before the first paint. A database
 * answers some 100 ms later, while the engine's files come in.
 */
const MOST_AT_ONCE = 100_000;

const key_of = (app: string) => `tablit.page ${app}`;

/** What can be told at once: undefined where there is none, or a large one. */
export function remembered_at_once(app: string): KeptPage | undefined {
  try {
    return known(JSON.parse(localStorage.getItem(key_of(app)) ?? 'null'));
  } catch {
    return undefined; // storage is blocked, or holds something else
  }
}

/** Resolves with undefined where there is none, or where the browser keeps nothing. */
export async function remembered_page(app: string): Promise<KeptPage | undefined> {
  return remembered_at_once(app) ?? known(await get<KeptPage>(app, store).catch(() => undefined));
}

export async function remember_page(app: string, page: KeptPage | undefined): Promise<void> {
  const small = keep_at_once(app, page);
  await (page && !small ? set(app, page, store) : del(app, store)).catch(() => undefined);
}

/** Whether `page` is kept so; what was kept before is gone. */
function keep_at_once(app: string, page: KeptPage | undefined): boolean {
  const text = page ? JSON.stringify(page) : '';
  try {
    localStorage.removeItem(key_of(app));
    if (text === '' || text.length > MOST_AT_ONCE) return false;
    localStorage.setItem(key_of(app), text);
    return true;
  } catch {
    return false; // no room, or storage is blocked
  }
}

function known(kept: KeptPage | null | undefined): KeptPage | undefined {
  return kept?.version === 1 ? kept : undefined;
}
