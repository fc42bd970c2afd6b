/** What the page tells the worker while it lives. */
import { type Infer, s } from './schema.ts';

export const up = s.tagged('type', {
  /** A reader set a widget; `value` has the shape of that widget's definition. */
  widget: s.object({ type: s.one_of('widget'), id: s.string, value: s.json }),
});
export type Up = Infer<typeof up>;
