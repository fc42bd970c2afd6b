import { element } from '../../element.ts';
import { s } from '../../schema.ts';

/** `st.error`, `st.warning`, `st.info`, `st.success`. */
export const alert = element('alert', {
  level: s.one_of('error', 'warning', 'info', 'success'),
  body: s.string,
  icon: s.optional(s.string),
  title: s.optional(s.string),
});
