import { widget } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.text_input`. Null until something is typed when the default is None. */
export const text_input = widget('text_input', s.nullable(s.string), {
  input_type: s.optional(s.one_of('password', 'email', 'url', 'phone', 'search')),
  max_chars: s.optional(s.integer),
  autocomplete: s.optional(s.string),
  placeholder: s.optional(s.string),
  required: s.optional(s.boolean),
  icon: s.optional(s.string),
  /** A regular expression the text must match, and what to say when it does not. */
  validate: s.optional(s.object({ pattern: s.string, message: s.optional(s.string) })),
  /** Commit after so many milliseconds without a key, besides Enter and leaving the field. */
  live: s.optional(s.number),
});
