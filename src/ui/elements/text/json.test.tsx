// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { cases_of, show } from '../testing.tsx';
import { json } from './json.tsx';

beforeAll(() => import('./json_view.tsx'));

describe.each(cases_of('json'))('$name', ({ element }) => {
  it('shows the tree, or the text with what is wrong with it', async () => {
    const { container } = show(json, element);
    const shown = screen.getByTestId('stJson');
    expect(shown.className).toBe('stJson');
    await waitFor(() => expect(shown.childElementCount).toBeGreaterThan(0));
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
])('expanded=%s opens %i levels', async (expanded, levels) => {
  const { container } = show(json, { type: 'json', body: '[1, [2, [3]]]', expanded });
  await waitFor(() => expect(container.querySelector('details')).not.toBeNull());
  expect(container.querySelectorAll('details[open]')).toHaveLength(levels);
});
