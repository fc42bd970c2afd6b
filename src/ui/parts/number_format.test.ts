import { expect, it } from 'vitest';
import { float_format, format_number } from './number_format.ts';

it.each([
  [3, '%d', '3'],
  [3.7, '%d', '4'],
  [-3, '%d km', '-3 km'],
  [-0.2, '%d', '0'],
  [1e22, '%d', '10000000000000000000000'],
  [0.5, '%.2f', '0.50'],
  [-0.001, '%.2f', '0.00'],
  [1234.5, '%f', '1234.500000'],
  [0.25, '%.0f%%', '0%'],
  [50, '%d%%', '50%'],
  [5, '%03d', '005'],
  [-5, '%04d', '-005'],
  [5, '%+d', '+5'],
  [5, '% d', ' 5'],
  [5, '%4d|', '   5|'],
  [5, '%-4d|', '5   |'],
  [2, 'from %d to %d', 'from 2 to 2'],
  [12345.678, '%e', '1.234568e+04'],
  [12345.678, '%.1E', '1.2E+04'],
  [0.0001, '%g', '0.0001'],
  [0.00001, '%g', '1e-05'],
  [1234567, '%g', '1.23457e+06'],
  [100000, '%g', '100000'],
  [1.5, '%.3g', '1.5'],
  [0, '%g', '0'],
  [255, '%x', 'ff'],
  [255, '$%X', '$FF'],
  [8, '%o', '10'],
  [3, '%ld', '3'],
  [3, 'plain', '3'],
  [1234.567, 'plain', '1234.567'],
  [0.256, 'percent', '25.60%'],
  [12, 'percent', '1200.00%'],
  [1234.5, 'dollar', '$1,234.50'],
  [-1234.5, 'dollar', '-$1,234.50'],
  [1234.5, 'euro', '€1,234.50'],
  [1234.567, 'yen', '¥1,235'],
  [1234.5, 'accounting', '1,234.50'],
  [-1234.5, 'accounting', '(1,234.50)'],
  [1234, 'compact', '1.2K'],
  [1_234_567, 'compact', '1.2M'],
  [1234, 'scientific', '1.234E3'],
  [12_345, 'engineering', '12.345E3'],
  [12, 'bytes', '12B'],
  [1234, 'bytes', '1.2KB'],
  [999_960, 'bytes', '1MB'],
  [-1_500_000, 'bytes', '-1.5MB'],
  [7, 'no conversion', '7'],
  [7, '', '7'],
  [7, 'toString', '7'],
] as const)('shows %d as %s: %s', (value, format, text) => {
  expect(format_number(value, format)).toBe(text);
});

it('gives a float the digits that its step needs', () => {
  expect(float_format(0.01)).toBe('%.2f');
  expect(float_format(0.001)).toBe('%.3f');
  expect(float_format(1e-7)).toBe('%.7f');
  expect(float_format(1)).toBe('%.2f');
});
