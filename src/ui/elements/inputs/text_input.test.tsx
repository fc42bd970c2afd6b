// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';

import { fault_of, text_input } from './text_input.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('text_input'))('$name', ({ element }) => {
  it('commits on Enter, unless it may not', () => {
    const { commits, container } = show(text_input, element);
    const field = container.querySelector('input') as HTMLInputElement;
    expect(field.value).toBe(element.default ?? '');
    expect(field.disabled).toBe(element.disabled ?? false);
    if (element.disabled) return;
    fireEvent.input(field, { target: { value: 'new text' } });
    expect(commits).toEqual([]);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(commits).toEqual(fault_of(element, 'new text') === undefined ? ['new text'] : []);
  });
});

const plain = { type: 'text_input', id: 'a', label: 'Name', default: '' } as const;

it('commits when it is left, once', () => {
  const { commits } = show(text_input, plain);
  const field = screen.getByRole('textbox', { name: 'Name' });
  fireEvent.input(field, { target: { value: 'Ada' } });
  expect(screen.getByTestId('InputInstructions').textContent).toBe('Press Enter to apply');
  fireEvent.blur(field);
  fireEvent.blur(field);
  expect(commits).toEqual(['Ada']);
});

it('refuses what is required or does not fit, and says so', () => {
  const { commits } = show(text_input, { ...plain, validate: { pattern: '^\\d+$', message: 'Digits only' } });
  const field = screen.getByRole('textbox', { name: 'Name' });
  fireEvent.input(field, { target: { value: 'x' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(commits).toEqual([]);
  expect(screen.getByTestId('InputInstructions').textContent).toContain('Digits only');
  expect(fault_of({ required: true }, '  ')).toBe('This field is required');
});

it('shows and hides a password', () => {
  const { container } = show(text_input, { ...plain, input_type: 'password' });
  expect(container.querySelector('input')?.type).toBe('password');
  fireEvent.click(screen.getByRole('button', { name: 'Show password text' }));
  expect(container.querySelector('input')?.type).toBe('text');
});
