import { describe, expect, it } from 'vitest';
import { format_moment } from './moment_format.ts';

const micros = Date.UTC(2026, 0, 2, 15, 4, 5, 60) * 1000 + 789;

describe('the afternoon of 2 January 2026', () => {
  it.each([
    ['YYYY-MM-DD', '2026-01-02'],
    ['DD.MM.YY', '02.01.26'],
    ['MM/DD/YYYY', '01/02/2026'],
    ['D MMMM YYYY', '2 January 2026'],
    ['ddd, MMM Do', 'Fri, Jan 2nd'],
    ['dd E d', 'Fr 5 5'],
    ['HH:mm:ss.SSS', '15:04:05.060'],
    ['s.SSSSSS', '5.060789'],
    ['H[h] m', '15h 4'],
    ['h:mm a', '3:04 pm'],
    ['hh:mm A', '03:04 PM'],
    ['[Day] D', 'Day 2'],
    ['[]D', '2'],
    ['YY/M', '26/1'],
    ['Qo [quarter]', '1st quarter'],
    ['DDDD', '002'],
    ['GGGG-[W]WW', '2026-W01'],
    ['LT', '3:04 PM'],
    ['LTS', '3:04:05 PM'],
    ['L', '01/02/2026'],
    ['LLLL', 'Friday, January 2, 2026 3:04 PM'],
    ['ll', 'Jan 2, 2026'],
    ['X', String(Math.floor(micros / 1_000_000))],
    ['Z', '+00:00'],
    ['–', '–'],
    ['', ''],
  ])('%s is %s', (format, text) => {
    expect(format_moment(micros, format)).toBe(text);
  });
});

it('counts ordinals and hours as they are spoken', () => {
  const day = (date: number) => format_moment(Date.UTC(2026, 0, date) * 1000, 'Do');
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 23].map(day)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '22nd',
    '23rd',
  ]);
  expect(format_moment(0, 'h A, k')).toBe('12 AM, 24');
  expect(format_moment(12 * 3_600_000_000, 'h A')).toBe('12 PM');
});

it('has weeks by ISO 8601, and moments before 1970', () => {
  expect(format_moment(Date.UTC(2027, 0, 1) * 1000, 'GGGG-W')).toBe('2026-53');
  expect(format_moment(-1, 'YYYY-MM-DD HH:mm:ss.SSSSSS')).toBe('1969-12-31 23:59:59.999999');
});
