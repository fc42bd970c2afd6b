import { element } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.html`: sanitised in the page; scripts never run there. */
export const html = element('html', {
  body: s.string,
  /** Asked for with `unsafe_allow_javascript=True`: the page says that it was not run. */
  javascript: s.optional(s.boolean),
});
