import { element } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.text`: characters as they are, no Markdown. */
export const text = element('text', {
  body: s.string,
  help: s.optional(s.string),
  text_alignment: s.optional(s.one_of('left', 'center', 'right', 'justify')),
  wrap: s.optional(s.boolean),
});
