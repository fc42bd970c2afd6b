// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { text_area } from './text_area.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('text_area'))('$name', ({ element }) => {
  it('commits on Ctrl+Enter, and Enter alone is a new line', () => {
    const { commits, container } = show(text_area, element);
    const field = container.querySelector('textarea') as HTMLTextAreaElement;
    expect(field.value).toBe(element.default ?? '');
    if (element.disabled) return;
    fireEvent.input(field, { target: { value: 'new text' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(commits).toEqual([]);
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect(commits).toEqual(['new text']);
  });
});

it('counts its characters', () => {
  show(text_area, { type: 'text_area', id: 'a', label: 'Notes', default: '', max_chars: 9 });
  fireEvent.input(screen.getByRole('textbox', { name: 'Notes' }), { target: { value: 'abc' } });
  expect(screen.getByTestId('InputInstructions').textContent).toContain('3/9');
});

it('is not committed empty when it is required', () => {
  const { commits } = show(text_area, {
    type: 'text_area',
    id: 'a',
    label: 'Notes',
    default: 'x',
    required: true,
  });
  const field = screen.getByRole('textbox', { name: 'Notes' });
  fireEvent.input(field, { target: { value: ' ' } });
  fireEvent.blur(field);
  expect(commits).toEqual([]);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByTestId('InputInstructions').textContent).toBe('This field is required');
});
