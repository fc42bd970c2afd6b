// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { cases_of, show } from '../testing.tsx';
import { text } from './text.tsx';

describe.each(cases_of('text'))('$name', ({ element }) => {
  it('shows the characters as they are', () => {
    show(text, element);
    expect(screen.getByTestId('stText').querySelector('div')?.textContent).toBe(element.body);
    expect(screen.queryAllByTestId('stTooltipIcon')).toHaveLength(element.help === undefined ? 0 : 1);
  });
});
