/** What the page tells the worker while it lives. */
import { type Infer, s } from './schema.ts';

export const up = s.tagged('type', {
  /** A reader set a widget; `value` has the shape of that widget's definition. */
  widget: s.object({
    type: s.one_of('widget'),
    id: s.string,
    value: s.json,
    /** It starts no run, the next one has it (`on_change="ignore"`). Of a form's widgets that is so anyway. */
    quiet: s.optional(s.boolean),
  }),
  /** The reader went back or forth: the page's address has another query, without its `?`. The script runs again. */
  query: s.object({ type: s.one_of('query'), query: s.string }),
  /** The page shows what one `ops` message changed: the worker does not run far ahead of what a reader can see. */
  shown: s.object({ type: s.one_of('shown') }),
});
export type Up = Infer<typeof up>;
