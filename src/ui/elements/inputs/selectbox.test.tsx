// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { selectbox } from './selectbox.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('selectbox'))('$name', ({ element }) => {
  it('is a combobox that shows its value, or what to do', () => {
    show(selectbox, element);
    const field = screen.getByRole('combobox') as HTMLInputElement;
    expect(field.value).toBe(element.default ?? '');
    expect(field.placeholder).toBe(element.placeholder);
    expect(field.disabled).toBe(element.disabled ?? false);
  });
});

const plain = {
  type: 'selectbox',
  id: 'a',
  label: 'Colour',
  default: 'Red',
  options: ['Red', 'Green', 'Blue'],
  placeholder: 'Choose an option',
} as const;

it('chooses by keys', () => {
  const { commits } = show(selectbox, plain);
  const field = screen.getByRole('combobox', { name: 'Colour' });
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  expect(field.getAttribute('aria-expanded')).toBe('true');
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(commits).toEqual(['Green']);
  expect(field.getAttribute('aria-expanded')).toBe('false');
});

it('finds by typing, and opens a list of what it found', async () => {
  const { commits } = show(selectbox, plain);
  const field = screen.getByRole('combobox', { name: 'Colour' });
  fireEvent.input(field, { target: { value: 'bl' } });
  const options = await screen.findAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual(['Blue']);
  fireEvent.click(options[0] as HTMLElement);
  expect(commits).toEqual(['Blue']);
});

it('makes a new option where that is allowed, and clears', () => {
  const { commits } = show(selectbox, { ...plain, accept_new_options: true, clearable: true });
  const field = screen.getByRole('combobox', { name: 'Colour' });
  fireEvent.input(field, { target: { value: 'Pink' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  fireEvent.click(screen.getByRole('button', { name: 'Clear value' }));
  expect(commits).toEqual(['Pink', null]);
});
