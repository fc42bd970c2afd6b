/** The element tree as the page has it, and how the worker's changes apply to it: pure, with shared structure. */
import { most_depth, type Path } from '../../wire/down.ts';
import type { Element } from '../../wire/elements/index.ts';

/** An element that could not be read: a card says where it went wrong, the rest of the page stays. */
export interface BadElement {
  readonly type: 'bad_element';
  readonly message: string;
}

export interface LeafNode {
  readonly kind: 'leaf';
  readonly element: Element | BadElement;
  readonly buffers: readonly ArrayBuffer[];
}

export interface BlockNode {
  readonly kind: 'block';
  /** Undefined for a root. */
  readonly element: Element | BadElement | undefined;
  readonly children: readonly TreeNode[];
  /** Elements that take no place (spinners), each before the child at `index`. */
  readonly transients: readonly Transient[];
  /** How many children the current run has reached; what is beyond is of the run before. */
  readonly reached: number;
}

export type TreeNode = LeafNode | BlockNode;

export interface Transient {
  readonly id: number;
  readonly index: number;
  readonly element: Element | BadElement;
}

/** The roots in the order of `roots` in `wire/down.ts`. */
export interface Tree {
  readonly roots: readonly BlockNode[];
}

/** A change whose element has been read. */
export type TreeOp =
  | {
      readonly op: 'element';
      readonly path: Path;
      readonly element: Element | BadElement;
      readonly buffers: readonly ArrayBuffer[];
    }
  | {
      readonly op: 'block';
      readonly path: Path;
      readonly element: Element | BadElement;
      readonly fresh: boolean;
    }
  | { readonly op: 'trim'; readonly path: Path; readonly length: number }
  | {
      readonly op: 'transient';
      readonly path: Path;
      readonly index: number;
      readonly id: number;
      readonly element: Element | BadElement;
    }
  | { readonly op: 'transient_end'; readonly path: Path; readonly id: number }
  | { readonly op: 'reached'; readonly path: Path; readonly length: number };

export function empty_block(element: Element | BadElement | undefined): BlockNode {
  return { kind: 'block', element, children: [], transients: [], reached: Number.POSITIVE_INFINITY };
}

export const empty_tree: Tree = { roots: Array.from({ length: 4 }, () => empty_block(undefined)) };

const too_deep: TreeNode = {
  kind: 'leaf',
  element: { type: 'bad_element', message: `Containers are nested deeper than ${most_depth} levels.` },
  buffers: [],
};

type Draft = Omit<BlockNode, 'children'> & { children: TreeNode[] };

/**
 * Applies a batch in order. Blocks that change are copied once per batch, all others are shared with `tree`. A change
 * at a place that there is not is skipped and counted.
 */
export function apply(tree: Tree, ops: readonly TreeOp[]): { readonly tree: Tree; readonly skipped: number } {
  const roots = [...tree.roots];
  const drafts = new Set<BlockNode>();
  let skipped = 0;

  const draft = (block: BlockNode, change: Partial<BlockNode> = {}): Draft => {
    if (drafts.has(block)) return Object.assign(block as Draft, change);
    const copy = { ...block, children: [...block.children], ...change } as Draft;
    drafts.add(copy);
    return copy;
  };

  /** A copy of the block at `path`, with copies of all blocks above it in place. */
  const open = (path: Path, change?: Partial<BlockNode>): Draft | undefined => {
    const [root, ...steps] = path;
    const top = root === undefined ? undefined : roots[root];
    if (!top || root === undefined) return undefined;
    let block = draft(top, steps.length === 0 ? change : undefined);
    roots[root] = block;
    for (const [depth, index] of steps.entries()) {
      const child = block.children[index];
      if (child?.kind !== 'block') return undefined;
      const copy = draft(child, depth === steps.length - 1 ? change : undefined);
      block.children[index] = copy;
      block = copy;
    }
    return block;
  };

  const put = (path: Path, make: (before: TreeNode | undefined) => TreeNode): boolean => {
    const index = path.at(-1) as number;
    const parent = open(path.slice(0, -1));
    if (!parent || index < 0 || index > parent.children.length) return false;
    parent.children[index] = make(parent.children[index]);
    return true;
  };

  const one = (op: TreeOp): boolean => {
    switch (op.op) {
      case 'element':
        return put(op.path, () => ({ kind: 'leaf', element: op.element, buffers: op.buffers }));
      case 'block':
        if (op.path.length > most_depth) return put(op.path, () => too_deep);
        return put(op.path, (before) =>
          before?.kind === 'block' && !op.fresh
            ? draft(before, { element: op.element })
            : empty_block(op.element),
        );
      case 'trim': {
        const block = open(op.path);
        block?.children.splice(op.length);
        return block !== undefined;
      }
      case 'reached':
        return open(op.path, { reached: op.length }) !== undefined;
      case 'transient': {
        const block = open(op.path);
        const shown = { id: op.id, index: op.index, element: op.element };
        if (block) draft(block, { transients: [...block.transients, shown] });
        return block !== undefined;
      }
      case 'transient_end': {
        const block = open(op.path);
        if (block) draft(block, { transients: block.transients.filter(({ id }) => id !== op.id) });
        return block !== undefined;
      }
    }
  };

  for (const op of ops) if (!one(op)) skipped++;
  return { tree: { roots }, skipped };
}

/** Everything is of the current run again. */
export function all_reached(tree: Tree): Tree {
  const fresh = (block: BlockNode): BlockNode => {
    let changed = block.reached !== Number.POSITIVE_INFINITY;
    const children = block.children.map((child) => {
      if (child.kind === 'leaf') return child;
      const copy = fresh(child);
      changed ||= copy !== child;
      return copy;
    });
    return changed ? { ...block, children, reached: Number.POSITIVE_INFINITY } : block;
  };
  const roots = tree.roots.map(fresh);
  return roots.every((root, index) => root === tree.roots[index]) ? tree : { roots };
}

/** The ids of all widgets in the tree. */
export function widget_ids(tree: Tree): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (node: TreeNode): void => {
    if (node.element && 'id' in node.element && node.element.id !== undefined) ids.add(node.element.id);
    if (node.kind === 'block') for (const child of node.children) visit(child);
  };
  for (const root of tree.roots) visit(root);
  return ids;
}
