import { block } from '../../element.ts';
import { s } from '../../schema.ts';
import { gap } from './container.ts';

/** `st.columns`: the row. Its children are `column` blocks. */
export const columns = block('columns', {
  gap: s.optional(gap),
  wrap: s.optional(s.boolean),
});
