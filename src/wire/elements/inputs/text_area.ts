import { widget } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.text_area`. */
export const text_area = widget('text_area', s.nullable(s.string), {
  max_chars: s.optional(s.integer),
  placeholder: s.optional(s.string),
  required: s.optional(s.boolean),
});
