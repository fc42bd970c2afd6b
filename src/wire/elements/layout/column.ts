import { block } from '../../element.ts';
import { s } from '../../schema.ts';
import { gap } from './container.ts';

/** One column of `st.columns`; `weight` is its share of the row, the shares of a row add up to 1. */
export const column = block('column', {
  weight: s.number,
  vertical_alignment: s.optional(s.one_of('top', 'center', 'bottom')),
  border: s.optional(s.boolean),
  gap: s.optional(gap),
});
