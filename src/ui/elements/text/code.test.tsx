// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { cases_of, show } from '../testing.tsx';
import { code } from './code.tsx';

describe.each(cases_of('code'))('$name', ({ element }) => {
  it('shows the code and a button that copies it', () => {
    const { container } = show(code, element);
    const shown = screen.getByTestId('stCode');
    expect(container.querySelector('pre code')?.textContent).toBe(element.body);
    expect(container.querySelector('code')?.className).toBe(
      element.language ? `language-${element.language}` : '',
    );
    expect(shown.dataset['wrap']).toBe(String(element.wrap_lines ?? false));
    expect(shown.dataset['fill']).toBe(String(element.height !== undefined));
    expect(screen.getByTestId('stBaseButton-elementToolbar').getAttribute('aria-label')).toBe(
      'Copy to clipboard',
    );
  });
});
