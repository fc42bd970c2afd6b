// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { FormContext, type FormState } from '../../parts/form.ts';
import { preload_markdown } from '../../parts/markdown.tsx';
import type { Component } from '../component.ts';
import { cases_of, show } from '../testing.tsx';
import { form_submit_button } from './form_submit_button.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('form_submit_button'))('$name', ({ element }) => {
  it('has its label as its name and commits a click', () => {
    const { commits } = show(form_submit_button, element);
    fireEvent.click(screen.getByRole('button', { name: new RegExp(element.label) }));
    expect(commits).toEqual(element.disabled ? [] : [true]);
  });
});

it.each([true, false])('asks its form first, which may say %j', (is_ready) => {
  const said: string[] = [];
  const form: FormState = {
    join: () => () => undefined,
    takes_enter: () => true,
    enter: () => undefined,
    ready: () => is_ready,
    sent: () => said.push('sent'),
  };
  const View: Component<'form_submit_button'> = (props) => (
    <FormContext.Provider value={form}>{form_submit_button_in(props)}</FormContext.Provider>
  );
  const element = cases_of('form_submit_button')[0]?.element as Parameters<typeof View>[0]['element'];
  const { commits } = show(View, element);
  fireEvent.click(screen.getByRole('button', { name: 'Submit' }));
  expect(commits).toEqual(is_ready ? [true] : []);
  expect(said).toEqual(is_ready ? ['sent'] : []);
});

function form_submit_button_in(props: Parameters<Component<'form_submit_button'>>[0]) {
  const Button = form_submit_button;
  return <Button {...props} />;
}
