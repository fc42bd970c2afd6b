/** The catalogue: every element there is, sorted, one line each. All other lists are derived from it or checked against it. */
import type { Infer } from '../schema.ts';
import { button } from './inputs/button.ts';
import { checkbox } from './inputs/checkbox.ts';
import { download_button } from './inputs/download_button.ts';
import { file_uploader } from './inputs/file_uploader.ts';
import { form_submit_button } from './inputs/form_submit_button.ts';
import { number_input } from './inputs/number_input.ts';
import { radio } from './inputs/radio.ts';
import { selectbox } from './inputs/selectbox.ts';
import { slider } from './inputs/slider.ts';
import { text_area } from './inputs/text_area.ts';
import { text_input } from './inputs/text_input.ts';
import { column } from './layout/column.ts';
import { columns } from './layout/columns.ts';
import { container } from './layout/container.ts';
import { empty } from './layout/empty.ts';
import { expander } from './layout/expander.ts';
import { form } from './layout/form.ts';
import { alert } from './status/alert.ts';
import { exception } from './status/exception.ts';
import { progress } from './status/progress.ts';
import { spinner } from './status/spinner.ts';
import { code } from './text/code.ts';
import { divider } from './text/divider.ts';
import { heading } from './text/heading.ts';
import { help } from './text/help.ts';
import { html } from './text/html.ts';
import { json } from './text/json.ts';
import { markdown } from './text/markdown.ts';
import { text } from './text/text.ts';

export const elements = {
  alert,
  button,
  checkbox,
  code,
  column,
  columns,
  container,
  divider,
  download_button,
  empty,
  exception,
  expander,
  file_uploader,
  form,
  form_submit_button,
  heading,
  help,
  html,
  json,
  markdown,
  number_input,
  progress,
  radio,
  selectbox,
  slider,
  spinner,
  text,
  text_area,
  text_input,
} as const;

export type ElementType = keyof typeof elements;
export type ElementByType<T extends ElementType> = Infer<(typeof elements)[T]['schema']>;
export type Element = { [T in ElementType]: ElementByType<T> }[ElementType];

export type WidgetType = {
  [T in ElementType]: (typeof elements)[T]['kind'] extends 'widget' ? T : never;
}[ElementType];
/** The value of a widget on the wire; undefined for what has none, and for a block that the script does not follow. */
export type ValueOf<T extends ElementType> = (typeof elements)[T] extends {
  readonly kind: infer K;
  readonly value: infer S;
}
  ? Infer<S> | (K extends 'widget' ? never : undefined)
  : undefined;

export function is_element_type(name: string): name is ElementType {
  return Object.hasOwn(elements, name);
}
