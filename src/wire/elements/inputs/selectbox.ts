import { widget } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.selectbox`. The value is the option's text, since a reader may type a new one; null for none. */
export const selectbox = widget('selectbox', s.nullable(s.string), {
  options: s.array(s.string),
  placeholder: s.string,
  /** The value can be cleared. */
  clearable: s.optional(s.boolean),
  required: s.optional(s.boolean),
  icon: s.optional(s.string),
  accept_new_options: s.optional(s.boolean),
  filter_mode: s.optional(s.nullable(s.one_of('fuzzy', 'contains', 'prefix'))),
});
