// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { button } from './button.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('button'))('$name', ({ element }) => {
  it('has its label as its name and commits a click', () => {
    const { commits } = show(button, element);
    const control = screen.getByRole('button', { name: new RegExp(element.label.slice(0, 4), 'i') });
    fireEvent.click(control);
    expect(commits).toEqual(element.disabled ? [] : [true]);
  });
});

it('is clicked by its shortcut', () => {
  const { commits } = show(button, {
    type: 'button',
    id: 'a',
    label: 'Save',
    default: false,
    shortcut: 'ctrl+s',
  });
  fireEvent.keyDown(document.body, { key: 's', ctrlKey: true });
  fireEvent.keyDown(document.body, { key: 's' });
  expect(commits).toEqual([true]);
});

it('shows its shortcut, which is no part of its name', async () => {
  show(button, { type: 'button', id: 'a', label: 'Save', default: false, shortcut: 'ctrl+s' });
  const control = screen.getByRole('button', { name: 'Save' });
  await screen.findByText('Ctrl + S');
  expect(control.textContent).toBe('SaveCtrl + S');
  expect(control.getAttribute('aria-keyshortcuts')).toBe('Control+S');
});

it('leaves single keys to text fields, and keys that are held', () => {
  const { commits, container } = show(button, {
    type: 'button',
    id: 'a',
    label: 'Save',
    default: false,
    shortcut: 's',
  });
  const field = container.appendChild(document.createElement('input'));
  fireEvent.keyDown(field, { key: 's' });
  fireEvent.keyDown(document.body, { key: 's', repeat: true });
  expect(commits).toEqual([]);
  fireEvent.keyDown(document.body, { key: 's' });
  expect(commits).toEqual([true]);
});

it('is not pressed in a page that is inert', () => {
  const { commits, container } = show(button, {
    type: 'button',
    id: 'a',
    label: 'Save',
    default: false,
    shortcut: 's',
  });
  container.toggleAttribute('inert', true);
  fireEvent.keyDown(document.body, { key: 's' });
  expect(commits).toEqual([]);
});
