// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { cases_of, show } from '../testing.tsx';
import { divider } from './divider.tsx';

it.each(cases_of('divider'))('$name', ({ element }) => {
  show(divider, element);
  expect(screen.getByTestId('stMarkdown').querySelector('hr')).toBe(screen.getByRole('separator'));
});
