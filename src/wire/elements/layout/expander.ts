import { followed_block } from '../../element.ts';
import { s } from '../../schema.ts';

/**
 * `st.expander`. `id` is there when the script follows it (`on_change`): its value is whether it is open, `expanded` when
 * the page has none, and inside a form (`form_id`) it waits for the submit like any other.
 */
export const expander = followed_block('expander', s.boolean, {
  label: s.string,
  expanded: s.optional(s.boolean),
  icon: s.optional(s.string),
  variant: s.optional(s.one_of('compact', 'step')),
  id: s.optional(s.string),
  form_id: s.optional(s.string),
});
