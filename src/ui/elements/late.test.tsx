// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { Component, Props } from './component.ts';
import { late } from './late.tsx';

afterEach(cleanup);

const props: Props<'form'> = {
  element: { type: 'form', form_id: 'f' },
  value: undefined,
  onChange: () => undefined,
  buffers: [],
  children: <input aria-label="Name" />,
};
const box: Component<'form'> = ({ children }) => <section>{children}</section>;

it('draws what a late block holds once, when the block has arrived', async () => {
  let arrive: (part: { form: Component<'form'> }) => void = () => undefined;
  const fetched = new Promise<{ form: Component<'form'> }>((resolve) => {
    arrive = resolve;
  });
  const Form = late('form', () => fetched);
  render(<Form {...props} />);
  expect(screen.queryByLabelText('Name')).toBeNull();
  arrive({ form: box });
  const field = await screen.findByLabelText('Name');
  expect(field.parentElement?.tagName).toBe('SECTION');
});

it('draws it as it is where the block cannot be fetched', async () => {
  const Form = late('form', () => Promise.reject(new Error('offline')));
  render(<Form {...props} />);
  await waitFor(() => expect(screen.getByLabelText('Name').parentElement?.tagName).toBe('DIV'));
});

it('fetches a part once, whichever of its components comes first', async () => {
  let fetched = 0;
  const part = async () => {
    fetched++;
    return { form: box, form_submit_button: () => <button type="submit">Go</button> };
  };
  const Form = late('form', part);
  const Button = late('form_submit_button', part);
  const element: Props<'form_submit_button'>['element'] = {
    type: 'form_submit_button',
    id: 'b',
    label: 'Go',
    default: false,
    form_id: 'f',
  };
  render(<Button {...props} element={element} />);
  await screen.findByRole('button', { name: 'Go' });
  render(<Form {...props} />);
  expect(screen.getByLabelText('Name').parentElement?.tagName).toBe('SECTION');
  expect(fetched).toBe(1);
});
