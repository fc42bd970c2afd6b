/** Forms, as the page's state has them. */
import { type PageState, value_in } from './page.ts';
import type { TreeNode } from './tree.ts';

/** The widgets of a form that do not show their default, with the default: what `clear_on_submit` sets. */
export function cleared(
  state: Pick<PageState, 'tree' | 'unsent' | 'values'>,
  form_id: string,
): readonly { readonly id: string; readonly value: unknown }[] {
  const found: { id: string; value: unknown }[] = [];
  const visit = (node: TreeNode): void => {
    const { element } = node;
    if (element && 'form_id' in element && 'default' in element && element.form_id === form_id) {
      const { id, default: value, type } = element;
      const same = JSON.stringify(value_in(state, id, value)) === JSON.stringify(value);
      if (!same && type !== 'form_submit_button') found.push({ id, value });
    }
    if (node.kind === 'block') for (const child of node.children) visit(child);
  };
  for (const root of state.tree.roots) visit(root);
  return found;
}
