import { element } from '../../element.ts';

/** `st.empty`: a place that holds at most one element, now none. */
export const empty = element('empty', {});
