/**
 * The component of each element: a missing one does not compile. Sorted, one line each. What most apps do without is
 * fetched when a script makes it (`late`).
 */
import type { ElementType } from '../../wire/elements/index.ts';
import type { Component } from './component.ts';
import { button } from './inputs/button.tsx';
import { checkbox } from './inputs/checkbox.tsx';
import { number_input } from './inputs/number_input.tsx';
import { radio } from './inputs/radio.tsx';
import { selectbox } from './inputs/selectbox.tsx';
import { slider } from './inputs/slider.tsx';
import { text_area } from './inputs/text_area.tsx';
import { text_input } from './inputs/text_input.tsx';
import { late } from './late.tsx';
import { column } from './layout/column.tsx';
import { columns } from './layout/columns.tsx';
import { container } from './layout/container.tsx';
import { empty } from './layout/empty.tsx';
import { expander } from './layout/expander.tsx';
import { alert } from './status/alert.tsx';
import { exception } from './status/exception.tsx';
import { progress } from './status/progress.tsx';
import { spinner } from './status/spinner.tsx';
import { code } from './text/code.tsx';
import { divider } from './text/divider.tsx';
import { heading } from './text/heading.tsx';
import { help } from './text/help.tsx';
import { json } from './text/json.tsx';
import { markdown } from './text/markdown.tsx';
import { text } from './text/text.tsx';

/** One part: a form without its button takes no Enter. */
async function forms() {
  const parts = [import('./layout/form.tsx'), import('./inputs/form_submit_button.tsx')] as const;
  const [form, button] = await Promise.all(parts);
  return { ...form, ...button };
}

export const components: { readonly [T in ElementType]: Component<T> } = {
  alert,
  button,
  checkbox,
  code,
  column,
  columns,
  container,
  divider,
  download_button: late('download_button', () => import('./inputs/download_button.tsx')),
  empty,
  exception,
  expander,
  file_uploader: late('file_uploader', () => import('./inputs/file_uploader.tsx')),
  form: late('form', forms),
  form_submit_button: late('form_submit_button', forms),
  heading,
  help,
  html: late('html', () => import('./text/html.tsx')),
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
};
