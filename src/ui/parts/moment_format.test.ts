import { expect, it } from 'vitest';
import { format_moment } from './moment_format.ts';

const micros = Date.UTC(2026, 0, 2, 15, 4, 5, 60) * 1000;

it.each([
  ['YYYY-MM-DD', '2026-01-02'],
  ['D MMMM YYYY', '2 January 2026'],
  ['ddd, MMM Do', 'Fri, Jan 2nd'],
  ['HH:mm:ss.SSS', '15:04:05.060'],
  ['h:mm a', '3:04 pm'],
  ['[Day] D', 'Day 2'],
  ['YY/M', '26/1'],
])('%s is %s', (format, text) => {
  expect(format_moment(micros, format)).toBe(text);
});
