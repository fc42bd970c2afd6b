import { block } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.form`. The widgets inside carry its `form_id`; their values wait for a submit button. */
export const form = block('form', {
  form_id: s.string,
  border: s.optional(s.boolean),
  /** After a submit its widgets show their defaults again. */
  clear_on_submit: s.optional(s.boolean),
  /** False: Enter in a field does not submit. */
  enter_to_submit: s.optional(s.boolean),
});
