import { widget } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.checkbox`, and `st.toggle` as its variant. */
export const checkbox = widget('checkbox', s.boolean, {
  variant: s.optional(s.one_of('toggle')),
  wrap: s.optional(s.boolean),
});
