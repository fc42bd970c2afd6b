import { element } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.spinner`: shown while the `with` block runs; the page waits half a second before it draws it. */
export const spinner = element('spinner', {
  text: s.string,
  /** Shows the seconds since it appeared. */
  show_time: s.optional(s.boolean),
});
