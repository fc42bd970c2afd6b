import { element } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.progress`: 0 to 100. */
export const progress = element('progress', {
  value: s.number,
  text: s.optional(s.string),
});
