// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';
import { markdown } from './markdown.tsx';

beforeAll(preload_markdown);

describe.each(cases_of('markdown'))('$name', ({ element }) => {
  it('shows Markdown, and help where there is some', () => {
    show(markdown, element);
    const shown = screen.getByTestId('stMarkdown');
    expect(shown.className).toBe('stMarkdown');
    expect(shown.querySelectorAll('[data-testid="stMarkdownContainer"]')).toHaveLength(1);
    expect(screen.queryAllByTestId('stCaptionContainer')).toHaveLength(element.variant === 'caption' ? 1 : 0);
    expect(screen.queryAllByTestId('stTooltipIcon')).toHaveLength(element.help === undefined ? 0 : 1);
  });
});

it('one line has no blocks', () => {
  show(markdown, { type: 'markdown', body: '# a', wrap: false });
  expect(screen.queryByRole('heading')).toBeNull();
});

it('what changes from run to run is changed in place', () => {
  const { container, update } = show(markdown, { type: 'markdown', body: 'a **1**' });
  const before = container.querySelector('strong');
  update({ type: 'markdown', body: 'a **2**' });
  expect(container.querySelector('strong')).toBe(before);
  expect(before?.textContent).toBe('2');
});
