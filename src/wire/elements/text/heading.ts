import { element } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.title` (level 1), `st.header` (2), `st.subheader` (3). */
export const heading = element('heading', {
  level: s.one_of(1, 2, 3),
  body: s.string,
  /** Absent: made from the text. `false`: none. */
  anchor: s.optional(s.either(s.string, s.one_of(false))),
  help: s.optional(s.string),
  icon: s.optional(s.string),
  divider: s.optional(
    s.one_of('blue', 'green', 'orange', 'red', 'violet', 'gray', 'grey', 'yellow', 'rainbow'),
  ),
  text_alignment: s.optional(s.one_of('left', 'center', 'right', 'justify')),
  wrap: s.optional(s.boolean),
});
