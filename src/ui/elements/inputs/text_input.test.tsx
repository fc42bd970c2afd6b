// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
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
  fireEvent.click(screen.getByRole('button', { name: 'Show password' }));
  expect(container.querySelector('input')?.type).toBe('text');
});

it('leaves Enter to an input method that is composing', () => {
  const { commits } = show(text_input, plain);
  const field = screen.getByRole('textbox', { name: 'Name' });
  fireEvent.input(field, { target: { value: 'にほん' } });
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  expect(commits).toEqual([]);
});

it('clears a search at once', () => {
  const { commits } = show(text_input, { ...plain, input_type: 'search', default: 'needle' });
  fireEvent.click(screen.getByRole('button', { name: 'Clear search' }));
  expect(commits).toEqual(['']);
});

describe('live', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const pass = (ms: number) =>
    act(() => {
      vi.advanceTimersByTime(ms);
    });

  it('commits after a pause in the typing', () => {
    const { commits } = show(text_input, { ...plain, live: 250 });
    const field = screen.getByRole('textbox', { name: 'Name' });
    fireEvent.input(field, { target: { value: 'A' } });
    pass(200);
    fireEvent.input(field, { target: { value: 'Ad' } });
    pass(200);
    expect(commits).toEqual([]);
    pass(50);
    expect(commits).toEqual(['Ad']);
  });

  it('says nothing of what is refused while it is typed', () => {
    const { commits } = show(text_input, { ...plain, live: 0, validate: { pattern: '^..$' } });
    fireEvent.input(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'A' } });
    pass(10);
    expect(commits).toEqual([]);
    expect(screen.getByTestId('InputInstructions').textContent).toBe('Press Enter to apply');
  });

  it('waits for the submit in a form', () => {
    const { commits } = show(text_input, { ...plain, live: 0, form_id: 'f' });
    fireEvent.input(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'A' } });
    pass(10);
    expect(commits).toEqual([]);
  });
});
