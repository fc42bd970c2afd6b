import { element } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.markdown`, and every command that shows Markdown at its size (`st.caption`, `st.latex`, `st.badge`). */
export const markdown = element('markdown', {
  body: s.string,
  allow_html: s.optional(s.boolean),
  variant: s.optional(s.one_of('caption', 'latex', 'badge')),
  help: s.optional(s.string),
  text_alignment: s.optional(s.one_of('left', 'center', 'right', 'justify')),
  /** `false`: headings in the text get no anchor. */
  anchors: s.optional(s.boolean),
  /** `false`: one line, cut with an ellipsis. */
  wrap: s.optional(s.boolean),
});
