import { widget } from '../../element.ts';
import { s } from '../../schema.ts';
import { button } from './button.ts';

const { variant, icon, icon_position, shortcut, wrap } = button.schema.fields;

/**
 * `st.download_button`: true in the run that a click starts. What it saves stays in the worker until then
 * (`WorkerApi.download`). `on_change` is `ignore` when a click starts no run.
 */
export const download_button = widget(
  'download_button',
  s.boolean,
  { variant, icon, icon_position, shortcut, wrap },
  { trigger: true },
);
