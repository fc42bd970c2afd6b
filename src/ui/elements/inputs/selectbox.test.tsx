// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_combobox } from '../../parts/combobox.ts';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { selectbox } from './selectbox.tsx';

beforeAll(preload_markdown);
beforeAll(preload_combobox);

describe.each(cases_of('selectbox'))('$name', ({ element }) => {
  it('is a combobox that shows its value, or what to do', () => {
    show(selectbox, element);
    const field = screen.getByRole('combobox') as HTMLInputElement;
    expect(field.value).toBe(element.default ?? '');
    expect(field.placeholder).toBe(element.placeholder);
    const empty = element.options.length === 0 && !element.accept_new_options;
    expect(field.disabled).toBe(element.disabled ?? empty);
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
  fireEvent.keyDown(field, { key: 'End' });
  fireEvent.keyDown(field, { key: 'ArrowUp' });
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

it.each([
  ['a letter', { key: 'b' }, [0, 3]],
  ['a letter of a phone', { key: 'Unidentified' }, [0, 3]],
  ['a sign with AltGr', { key: '@', ctrlKey: true, altKey: true }, [0, 3]],
  ['a key that goes back', { key: 'Backspace' }, [2, 2]],
  ['a shortcut', { key: 'c', ctrlKey: true }, [2, 2]],
])('%s has all of the shown text before it, or leaves the caret', (_what, key, selection) => {
  show(selectbox, plain);
  const field = screen.getByRole('combobox', { name: 'Colour' }) as HTMLInputElement;
  field.focus();
  fireEvent.click(field);
  field.setSelectionRange(2, 2);
  fireEvent.keyDown(field, key);
  expect([field.selectionStart, field.selectionEnd]).toEqual(selection);
});

it('stays open when its text is clicked again, and closes beside it', () => {
  const { container } = show(selectbox, plain);
  const field = screen.getByRole('combobox', { name: 'Colour' });
  fireEvent.click(field);
  fireEvent.click(field);
  expect(field.getAttribute('aria-expanded')).toBe('true');
  fireEvent.click(container.querySelector('.stField') as HTMLElement);
  expect(field.getAttribute('aria-expanded')).toBe('false');
});

it('offers all options to who types what was there', async () => {
  show(selectbox, plain);
  fireEvent.input(screen.getByRole('combobox', { name: 'Colour' }), { target: { value: 'Red' } });
  expect(await screen.findAllByRole('option')).toHaveLength(3);
});

it('points at nothing where nothing is chosen, so that Enter takes nothing', async () => {
  const { commits } = show(selectbox, { ...plain, default: null });
  const field = screen.getByRole('combobox', { name: 'Colour' });
  fireEvent.click(field);
  await screen.findAllByRole('option');
  expect(field.getAttribute('aria-activedescendant')).toBeNull();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(commits).toEqual([]);
});

it('lets nobody clear what is required', () => {
  const { commits } = show(selectbox, { ...plain, clearable: true, required: true });
  expect(screen.queryByRole('button', { name: 'Clear value' })).toBeNull();
  fireEvent.keyDown(screen.getByRole('combobox', { name: 'Colour' }), { key: 'Escape' });
  expect(commits).toEqual([]);
});

it('clears by a key where that is allowed', () => {
  const { commits } = show(selectbox, { ...plain, clearable: true });
  const field = screen.getByRole('combobox', { name: 'Colour' });
  fireEvent.click(field);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(commits).toEqual([]);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(commits).toEqual([null]);
});

it('points by letters where nothing can be typed', () => {
  const { commits } = show(selectbox, { ...plain, options: ['Red', 'Green', 'Grey'], filter_mode: null });
  const field = screen.getByRole('combobox', { name: 'Colour' }) as HTMLInputElement;
  expect(field.readOnly).toBe(true);
  for (const key of ['g', 'r', 'e', 'y', 'Enter']) fireEvent.keyDown(field, { key });
  expect(commits).toEqual(['Grey']);
});

it('closes without a choice on Escape, which nobody else hears of, and keeps its value', () => {
  const { commits } = show(selectbox, plain);
  const field = screen.getByRole('combobox', { name: 'Colour' }) as HTMLInputElement;
  fireEvent.input(field, { target: { value: 'gr' } });
  let heard = 0;
  document.addEventListener('keydown', () => heard++, { once: true });
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(heard).toBe(0);
  expect(field.value).toBe('Red');
  expect(commits).toEqual([]);
});

it('says that nothing was found, and Enter then chooses nothing', async () => {
  const { commits } = show(selectbox, plain);
  const field = screen.getByRole('combobox', { name: 'Colour' });
  fireEvent.input(field, { target: { value: 'zzz' } });
  const [only] = await screen.findAllByRole('option');
  expect(only?.textContent).toBe('No results');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(commits).toEqual([]);
  expect(field.getAttribute('aria-activedescendant')).toBeNull();
});

it('draws a few of ten thousand options, among them the one that it names', async () => {
  const options = Array.from({ length: 10_000 }, (_, index) => `Option ${index}`);
  show(selectbox, { ...plain, options, default: 'Option 5000' });
  const field = screen.getByRole('combobox', { name: 'Colour' });
  fireEvent.click(field);
  const drawn = await screen.findAllByRole('option');
  expect(drawn.length).toBeLessThan(40);
  const named = document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
  expect(named?.textContent).toBe('Option 5000');
  expect(named?.getAttribute('aria-posinset')).toBe('5001');
  expect(named?.getAttribute('aria-setsize')).toBe('10000');
});
