import { element } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.json`: a tree of values. `body` is JSON text, which may be broken: then it is shown as it is. */
export const json = element('json', {
  body: s.string,
  /** `true`: all levels open; a number: so many. */
  expanded: s.either(s.boolean, s.integer),
});
