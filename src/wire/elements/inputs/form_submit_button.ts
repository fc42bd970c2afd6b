import { widget } from '../../element.ts';
import { s } from '../../schema.ts';
import { button } from './button.ts';

const { variant, icon, icon_position, shortcut, wrap } = button.schema.fields;

/** `st.form_submit_button`: its click sends the values of its form, and is true in the run that follows. */
export const form_submit_button = widget(
  'form_submit_button',
  s.boolean,
  { variant, icon, icon_position, shortcut, wrap },
  { trigger: true },
);
