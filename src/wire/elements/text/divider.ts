import { element } from '../../element.ts';

/** `st.divider`: a horizontal rule. */
export const divider = element('divider', {});
