// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { checkbox } from './checkbox.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('checkbox'))('$name', ({ element }) => {
  it('says its state and commits the other', () => {
    const { commits } = show(checkbox, element);
    const control = screen.getByRole(
      element.variant === 'toggle' ? 'switch' : 'checkbox',
    ) as HTMLInputElement;
    expect(control.checked).toBe(element.default);
    expect(control.disabled).toBe(element.disabled ?? false);
    if (element.disabled) return;
    fireEvent.click(control);
    expect(commits).toEqual([!element.default]);
  });
});

it('has its label as its name', () => {
  show(checkbox, { type: 'checkbox', id: 'a', label: 'I agree', default: false });
  expect(screen.getByRole('checkbox', { name: 'I agree' })).toBeDefined();
});
