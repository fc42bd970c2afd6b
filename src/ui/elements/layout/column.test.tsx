// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { show } from '../testing.tsx';
import { column } from './column.tsx';

it('takes its share of the row and holds its children', () => {
  show(column, { type: 'column', weight: 0.25, border: true }, { children: <i>inside</i> });
  const box = screen.getByTestId('stColumn');
  expect(box.style.getPropertyValue('--share')).toBe('0.25');
  expect(box.dataset['border']).toBe('true');
  expect(screen.getByTestId('stVerticalBlock').textContent).toBe('inside');
});
