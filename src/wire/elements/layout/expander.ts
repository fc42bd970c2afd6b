import { block } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.expander`. `id` is there when the script follows it (`on_change`), and its value is "open". */
export const expander = block('expander', {
  label: s.string,
  expanded: s.optional(s.boolean),
  icon: s.optional(s.string),
  variant: s.optional(s.one_of('compact', 'step')),
  id: s.optional(s.string),
});
