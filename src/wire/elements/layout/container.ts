import { block } from '../../element.ts';
import { s } from '../../schema.ts';

export const gap = s.either(
  s.integer,
  s.one_of('none', 'xxsmall', 'xsmall', 'small', 'medium', 'large', 'xlarge', 'xxlarge'),
);

/** `st.container`, as a column of elements or, with `horizontal`, as a row of them. */
export const container = block('container', {
  border: s.optional(s.boolean),
  horizontal: s.optional(s.boolean),
  wrap: s.optional(s.boolean),
  horizontal_alignment: s.optional(s.one_of('left', 'center', 'right', 'distribute')),
  vertical_alignment: s.optional(s.one_of('top', 'center', 'bottom', 'distribute')),
  gap: s.optional(gap),
  autoscroll: s.optional(s.boolean),
});
