import { widget } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.number_input`. Null while the field is empty. */
export const number_input = widget('number_input', s.nullable(s.number), {
  data_type: s.one_of('int', 'float'),
  min: s.optional(s.number),
  max: s.optional(s.number),
  step: s.number,
  /** A printf format such as `%.2f`. */
  format: s.optional(s.string),
  placeholder: s.optional(s.string),
  required: s.optional(s.boolean),
  icon: s.optional(s.string),
});
