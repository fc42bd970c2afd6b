/** Makes a kept page of a tree; apart from reading one, which is wanted before anything else. */
import type { PageConfig } from '../../wire/down.ts';
import type { KeptNode, KeptPage } from './kept_page.ts';
import type { BlockNode, Tree, TreeNode } from './tree.ts';

/** Trees beyond this many characters cost more to keep than they give. */
export const MOST_CHARACTERS = 2_000_000;

/** Undefined for a tree that is too large to be kept. */
export function keep_page(
  tree: Tree,
  config: PageConfig,
  options?: KeptPage['options'],
): KeptPage | undefined {
  const nodes: KeptNode[] = [];
  let characters = 0;
  const add = (node: TreeNode, path: readonly number[]): boolean => {
    if (!node.element) return false;
    const text = JSON.stringify(without_password(node.element));
    const buffers = node.kind === 'leaf' ? node.buffers : [];
    characters += text.length + buffers.reduce((sum, { byteLength }) => sum + (byteLength * 4) / 3, 0);
    // Before the buffers are turned into text: they may be large.
    if (characters > MOST_CHARACTERS) return false;
    const f = buffers.map(to_base64);
    nodes.push({
      p: path,
      j: text,
      ...(node.kind === 'block' ? { b: true } : {}),
      ...(f.length > 0 ? { f } : {}),
    });
    return node.kind === 'leaf' || inside(node, path);
  };
  const inside = (block: BlockNode, path: readonly number[]): boolean =>
    block.children.every((child, index) => add(child, [...path, index]));
  if (!tree.roots.every((root, index) => inside(root, [index]))) return undefined;
  return { version: 1, nodes, config, ...(options ? { options } : {}) };
}

/** A password that an app gives a field is not for storage. */
function without_password(element: NonNullable<TreeNode['element']>): object {
  return element.type === 'text_input' && element.input_type === 'password'
    ? { ...element, default: '' }
    : element;
}

function to_base64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  const parts: string[] = [];
  // More arguments than this a call does not take everywhere.
  for (let at = 0; at < bytes.length; at += 8_192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return btoa(parts.join(''));
}
