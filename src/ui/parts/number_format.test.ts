import { expect, it } from 'vitest';
import { format_number } from './number_format.ts';

it.each([
  [3, '%d', '3'],
  [3.7, '%d', '3'],
  [-0.5, '%d', '0'],
  [-3, '%d km', '-3 km'],
  [1e22, '%d', '10000000000000000000000'],
  [0.5, '%.2f', '0.50'],
  [-0.001, '%.2f', '0.00'],
  [1234.5, '%f', '1234.5'],
  [33, '%f', '33'],
  [0.25, '%.0f%%', '0%'],
  [50, '%d%%', '50%'],
  [5, '%03d', '005'],
  [-5, '%04d', '-005'],
  [5, '%+d', '+5'],
  [5, '% d', ' 5'],
  [5, '%4d|', '   5|'],
  [5, '%-4d|', '5   |'],
  [33, "%'*6d", '****33'],
  [33, "%'*-6d|", '33    |'],
  [2, 'from %d to %d', 'from 2 to 2'],
  [2, '%1$d and %1$d', '2 and 2'],
  [12345.678, '%e', '1.2345678e+4'],
  [12345.678, '%.1E', '1.2E+4'],
  [0.000012345, '%g', '0.000012345'],
  [12345.678, '%.3g', '12300'],
  [0, '%g', '0'],
  [255, '%x', 'ff'],
  [255, '$%X', '$FF'],
  [-5, '%x', 'fffffffb'],
  [8, '%o', '10'],
  [-5, '%b', '-101'],
  [33, '%c', '!'],
  [33.5, '%s items', '33.5 items'],
  [3, '%ld', '3'],
  [1234567.891, '%,d', '1,234,567'],
  [-123456.75, '%,.1f', '-123,456.8'],
  [123456.789, '%+,.1f km', '+123,456.8 km'],
  [1234.56789, '%,f', '1,234.56789'],
  [7, 'no conversion', 'no conversion'],
  [7, 'toString', 'toString'],
  [7, '%', '%'],
] as const)('shows %d as %s: %s', (value, format, text) => {
  expect(format_number(value, format)).toBe(text);
});

// Zero, a negative number, half of one, 33, 12345 and a thousand millions.
const values = [0, -12345.5, 0.5, 33, 12345, 1e9] as const;

it.each([
  ['plain', ['0', '-12345.5', '0.5', '33', '12345', '1000000000']],
  ['localized', ['0', '-12,345.5', '0.5', '33', '12,345', '1,000,000,000']],
  ['percent', ['0%', '-1,234,550%', '50%', '3,300%', '1,234,500%', '100,000,000,000%']],
  ['dollar', ['$0.00', '-$12,345.50', '$0.50', '$33.00', '$12,345.00', '$1,000,000,000.00']],
  ['euro', ['€0.00', '-€12,345.50', '€0.50', '€33.00', '€12,345.00', '€1,000,000,000.00']],
  ['yen', ['¥0', '-¥12,346', '¥1', '¥33', '¥12,345', '¥1,000,000,000']],
  ['accounting', ['0.00', '(12,345.50)', '0.50', '33.00', '12,345.00', '1,000,000,000.00']],
  ['bytes', ['0B', '-12.3KB', '0.5B', '33B', '12.3KB', '1GB']],
  ['compact', ['0', '-12K', '0.5', '33', '12K', '1B']],
  ['scientific', ['0E0', '-1.235E4', '5E-1', '3.3E1', '1.235E4', '1E9']],
  ['engineering', ['0E0', '-12.346E3', '500E-3', '33E0', '12.345E3', '1E9']],
])('has a format called %s', (name, texts) => {
  expect(values.map((value) => format_number(value, name, 'en-US'))).toEqual(texts);
});

it('rounds to nothing without a sign', () => {
  expect(format_number(-0.001, 'accounting')).toBe('0.00');
  expect(format_number(0.12345, 'percent', 'en-US')).toBe('12.35%');
});

it.each([
  ['localized', '123.456,75'],
  ['percent', '12.345.675 %'],
  ['dollar', '123.456,75 $'],
  ['compact', '123.457'],
  ['scientific', '1,235E5'],
  ['engineering', '123,457E3'],
  ['bytes', '123.456,8 B'],
  ['accounting', '123,456.75'],
  ['plain', '123456.75'],
])('shows %s as a reader of German has it', (name, text) => {
  // Which blank it is, is for the language to say.
  expect(format_number(123456.75, name, 'de-DE').replace(/\s/u, ' ')).toBe(text);
});
