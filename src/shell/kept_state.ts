/**
 * `--keep-state`: what a session has, kept for loading the page anew. Each tab keeps its own (`sessionStorage`), as each is
 * a session of its own, and what it keeps goes with it. What comes back is from outside, and is read against schemas.
 */

import { kept_page } from '../ui/store/kept_page.ts';
import type { PageState } from '../ui/store/page.ts';
import type { TreeNode } from '../ui/store/tree.ts';
import { elements, is_element_type } from '../wire/elements/index.ts';
import { type Infer, parse, type Schema, s } from '../wire/schema.ts';

const kept_state = s.object({
  version: s.one_of(1),
  widgets: s.record(s.object({ kind: s.string, value: s.json })),
  session: s.string,
  page: s.optional(kept_page),
});
export type KeptState = Infer<typeof kept_state>;

/** Characters. Beyond it the page goes first; a session that is larger alone is not kept. */
export const MOST_KEPT = 1_000_000;

export const key_of = (app: string) => `tablit.state ${app}`;

/** Undefined where there is none, what is there is not as agreed, or storage is blocked. */
export function kept_state_of(app: string, storage: () => Storage = tabs_own): KeptState | undefined {
  try {
    const kept = parse(kept_state, JSON.parse(storage().getItem(key_of(app)) ?? 'null'), 'state');
    return { ...kept, widgets: fitting(kept.widgets) };
  } catch {
    return undefined;
  }
}

/** Whether there was room for it. What was kept before is gone either way. */
export function keep_state(app: string, state: KeptState, storage: () => Storage = tabs_own): boolean {
  const { page: _large, ...without_page } = state;
  const text = [state, without_page]
    .map((one) => JSON.stringify(one))
    .find(({ length }) => length <= MOST_KEPT);
  try {
    forget_state(app, storage);
    if (text !== undefined) storage().setItem(key_of(app), text);
    return text !== undefined;
  } catch {
    return false;
  }
}

/** Whether there was something. */
export function forget_state(app: string, storage: () => Storage = tabs_own): boolean {
  try {
    const had = storage().getItem(key_of(app)) !== null;
    storage().removeItem(key_of(app));
    return had;
  } catch {
    return false; // storage is blocked: nothing was kept
  }
}

/** Values that readers set, but for clicks, passwords, and those that stand for files. */
export function widgets_of({ tree, values }: Pick<PageState, 'tree' | 'values'>): KeptState['widgets'] {
  const widgets: Record<string, { kind: string; value: unknown }> = {};
  const visit = (node: TreeNode): void => {
    const { element } = node;
    if (element && 'id' in element && element.id !== undefined && may_be_kept(element)) {
      const value = values.get(element.id);
      if (value !== undefined) widgets[element.id] = { kind: element.type, value };
    }
    if (node.kind === 'block') for (const child of node.children) visit(child);
  };
  for (const root of tree.roots) visit(root);
  return widgets;
}

/** Their values name what the next page has not. */
const of_files: ReadonlySet<string> = new Set(['audio_input', 'camera_input', 'chat_input', 'file_uploader']);

function may_be_kept(element: NonNullable<TreeNode['element']>): boolean {
  return !of_files.has(element.type) && !(element.type === 'text_input' && element.input_type === 'password');
}

/** Those whose value has the shape of their kind: an app may have been built anew, and anybody may have written them. */
function fitting(widgets: KeptState['widgets']): KeptState['widgets'] {
  return Object.fromEntries(
    Object.entries(widgets).filter(([id, { kind, value }]) => {
      const schema = id.startsWith('$$ID') ? value_schema(kind) : undefined;
      return schema !== undefined && schema.check(value) === undefined;
    }),
  );
}

function value_schema(kind: string): Schema<unknown> | undefined {
  const definition = is_element_type(kind) ? elements[kind] : undefined;
  if (!definition || of_files.has(kind) || !('value' in definition)) return undefined;
  return 'trigger' in definition && definition.trigger ? undefined : definition.value;
}

/** Asking for it throws where storage is blocked. */
function tabs_own(): Storage {
  return sessionStorage;
}
