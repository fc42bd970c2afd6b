// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { cases_of, show } from '../testing.tsx';
import { json } from './json.tsx';

describe.each(cases_of('json'))('$name', ({ element }) => {
  it('shows the tree, or the text with what is wrong with it', () => {
    const { container } = show(json, element);
    expect(screen.getByTestId('stJson').className).toBe('stJson');
    if (element.body === '{bad') {
      expect(container.querySelector('pre')?.textContent).toBe('{bad');
      expect(container.textContent).toContain('This is no JSON');
    } else {
      expect(container.querySelectorAll('details').length).toBeGreaterThan(0);
      expect(container.querySelectorAll('.copy-icon button').length).toBeGreaterThan(0);
    }
  });
});

it.each([
  [true, 3],
  [false, 0],
  [1, 1],
  [2, 2],
])('expanded=%s opens %i levels', (expanded, levels) => {
  const { container } = show(json, { type: 'json', body: '[1, [2, [3]]]', expanded });
  expect(container.querySelectorAll('details[open]')).toHaveLength(levels);
});
