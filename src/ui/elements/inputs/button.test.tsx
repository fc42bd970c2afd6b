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
