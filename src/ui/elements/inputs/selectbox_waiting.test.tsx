// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeAll, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { show } from '../testing.tsx';
import { selectbox } from './selectbox.tsx';

beforeAll(preload_markdown);

it('loses no key that comes before its list has arrived', async () => {
  const { commits } = show(selectbox, {
    type: 'selectbox',
    id: 'a',
    label: 'Colour',
    default: 'Red',
    options: ['Red', 'Green', 'Blue'],
    placeholder: 'Choose an option',
  });
  const field = screen.getByRole('combobox', { name: 'Colour' });
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter']) {
    expect(fireEvent.keyDown(field, { key })).toBe(false);
  }
  expect(commits).toEqual([]);
  await waitFor(() => expect(commits).toEqual(['Green']));
  expect(field.getAttribute('aria-expanded')).toBe('false');
});
