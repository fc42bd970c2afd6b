import { expect, it } from 'vitest';
import { float_format, format_number } from './number_format.ts';

it.each([
  [3, '%d', '3'],
  [3.7, '%d', '4'],
  [-3, '%d km', '-3 km'],
  [0.5, '%.2f', '0.50'],
  [1234.5, '%f', '1234.500000'],
  [0.25, '%.0f%%', '0%'],
  [5, '%03d', '005'],
  [-5, '%04d', '-005'],
  [5, '%+d', '+5'],
  [5, '%-4d|', '5   |'],
  [12345.678, '%e', '1.234568e+04'],
  [0.0001, '%g', '0.0001'],
  [255, '%x', 'ff'],
  [255, '$%X', '$FF'],
  [3, 'plain', '3'],
  [0.256, 'percent', '25.6%'],
  [1234.5, 'dollar', '$1,234.50'],
  [1234.5, 'euro', '€1,234.50'],
  [1234, 'yen', '¥1,234'],
  [1234.5, 'accounting', '1,234.50'],
  [1_234_567, 'compact', '1.2M'],
  [1234, 'scientific', '1.234E3'],
  [12_345, 'engineering', '12.345E3'],
  [1_500_000, 'bytes', '1.5 MB'],
  [7, 'no conversion', '7'],
] as const)('shows %d as %s: %s', (value, format, text) => {
  expect(format_number(value, format)).toBe(text);
});

it('gives a float the digits that its step needs', () => {
  expect(float_format(0.01)).toBe('%.2f');
  expect(float_format(0.001)).toBe('%.3f');
  expect(float_format(1e-7)).toBe('%.7f');
  expect(float_format(1)).toBe('%.2f');
});
