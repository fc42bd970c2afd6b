import { widget } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.radio`. The value is the chosen option's text, or null for none. */
export const radio = widget('radio', s.nullable(s.string), {
  options: s.array(s.string),
  captions: s.optional(s.array(s.string)),
  horizontal: s.optional(s.boolean),
});
