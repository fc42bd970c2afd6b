import { element } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.code`. `language` absent: plain text. */
export const code = element('code', {
  body: s.string,
  language: s.optional(s.string),
  line_numbers: s.optional(s.boolean),
  wrap_lines: s.optional(s.boolean),
});
