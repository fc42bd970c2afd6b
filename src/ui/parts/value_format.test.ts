import { expect, it } from 'vitest';
import * as moments from './moment_format.ts';
import * as numbers from './number_format.ts';

const all = { ...moments, ...numbers };

import { float_format, moment_as_text, number_as_text } from './value_format.ts';

it.each([
  [3, '%d', '3'],
  [3.7, '%d', '3'],
  [-0.2, '%d', '0'],
  [0.5, '%.2f', '0.50'],
  [-0.001, '%.2f', '0.00'],
  [-1.5, '%.1f', '-1.5'],
])('shows %d as %s without fetching anything: %s', (value, format, text) => {
  expect(number_as_text(value, format, undefined)).toBe(text);
  expect(number_as_text(value, format, all)).toBe(text);
});

it('shows the bare number until an unusual format is there', () => {
  expect(number_as_text(0.256, 'percent', undefined)).toBe('0.256');
  expect(number_as_text(0.256, 'percent', all)).toBe('25.6%');
});

it('shows moments by ISO 8601, or as asked', () => {
  const noon = Date.UTC(2026, 0, 2, 12, 30) * 1000;
  expect(moment_as_text(noon, 'date', undefined, undefined)).toBe('2026-01-02');
  expect(moment_as_text(noon, 'time', undefined, undefined)).toBe('12:30');
  expect(moment_as_text(noon, 'datetime', undefined, undefined)).toBe('2026-01-02 12:30');
  expect(moment_as_text(noon, 'datetime', 'D.M.', undefined)).toBe('2026-01-02 12:30');
  expect(moment_as_text(noon, 'datetime', 'D.M.', all)).toBe('2.1.');
});

it('gives a float the digits that its step needs', () => {
  expect(float_format(0.01)).toBe('%.2f');
  expect(float_format(0.001)).toBe('%.3f');
  expect(float_format(1e-7)).toBe('%.7f');
  expect(float_format(1)).toBe('%.2f');
});
