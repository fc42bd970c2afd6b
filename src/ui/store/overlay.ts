/** A tree that is being built, over the one that it will replace: what is not built yet is shown as of before. */
import type { BlockNode, Tree, TreeNode } from './tree.ts';

export function overlay(over: Tree, under: Tree): Tree {
  return { roots: over.roots.map((root, index) => lay(root, under.roots[index] ?? root)) };
}

function lay(over: BlockNode, under: BlockNode): BlockNode {
  const laid = over.children.map((child, index) => lay_node(child, under.children[index]));
  const children = [...laid, ...under.children.slice(laid.length)];
  return { ...over, children, reached: over.children.length };
}

/** A block that is there already takes its earlier content only where it is of the same kind. */
function lay_node(over: TreeNode, under: TreeNode | undefined): TreeNode {
  const alike =
    over.kind === 'block' && under?.kind === 'block' && over.element?.type === under.element?.type;
  return alike ? lay(over, under) : over;
}
