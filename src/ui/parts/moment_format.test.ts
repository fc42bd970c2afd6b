import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { format_moment } from './moment_format.ts';

const micros = Date.UTC(2026, 0, 2, 15, 4, 5, 60) * 1000 + 789;

describe('the afternoon of 2 January 2026', () => {
  it.each([
    ['YYYY-MM-DD', '2026-01-02'],
    ['D MMMM YYYY', '2 January 2026'],
    ['ddd, MMM Do', 'Fri, Jan 2nd'],
    ['HH:mm:ss.SSS', '15:04:05.060'],
    ['h:mm a', '3:04 pm'],
    ['w, ww, wo', '1, 01, 1st'],
    ['gggg-[w]ww', '2026-w01'],
    ['y N', '2026 AD'],
    ['YYYYYY', '+002026'],
    ['[Day] D', 'Day 2'],
    ['\\D D', 'D 2'],
    ['Qo [quarter]', '1st quarter'],
    ['LLLL', 'Friday, January 2, 2026 3:04 PM'],
    ['%d', '%5'],
    ['Z z', '+00:00 UTC'],
    ['–', '–'],
    ['iso8601', '2026-01-02T15:04:05.060Z'],
    ['toString', 'to0tring'],
  ])('%s is %s', (format, text) => {
    expect(format_moment(micros, 'datetime', format)).toBe(text);
  });
});

it('says of a date and of a time of day only what there is', () => {
  expect(format_moment(micros, 'date', 'iso8601')).toBe('2026-01-02');
  const time = ((14 * 60 + 5) * 60 + 6) * 1_000_000;
  expect(format_moment(time, 'time', 'iso8601')).toBe('14:05:06.000Z');
  expect(format_moment(time, 'time', 'YYYY HH:mm')).toBe('2000 14:05');
});

it('has a format in the language of the reader, whose clock counts for no value', () => {
  const of = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' }).format(micros / 1000);
  expect(format_moment(micros, 'date', 'localized')).toBe(of({ dateStyle: 'medium' }));
  expect(format_moment(micros, 'time', 'localized')).toBe(of({ timeStyle: 'medium' }));
  expect(format_moment(micros, 'datetime', 'localized')).toBe(
    of({ dateStyle: 'medium', timeStyle: 'medium' }),
  );
});

it('knows moments before 1970', () => {
  expect(format_moment(-1, 'datetime', 'YYYY-MM-DD HH:mm:ss.SSS')).toBe('1969-12-31 23:59:59.999');
});

describe('where now is 12:00 on 24 November 2026, wherever the reader is', () => {
  const hour = 3_600_000_000;
  const noon = Date.UTC(2026, 10, 24, 12) * 1000;

  beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 10, 24, 12) }));
  afterEach(() => void vi.useRealTimers());

  it.each([
    [0, 'a few seconds ago', 'Today at 12:00 PM'],
    [-3 * hour, '3 hours ago', 'Today at 9:00 AM'],
    [9 * hour, 'in 9 hours', 'Today at 9:00 PM'],
    [-24 * hour, 'a day ago', 'Yesterday at 12:00 PM'],
    [72 * hour, 'in 3 days', 'Friday at 12:00 PM'],
    [-24 * 365 * 3 * hour, '3 years ago', '11/25/2023'],
  ])('%d microseconds on is %s, %s', (after, distance, calendar) => {
    expect(format_moment(noon + after, 'datetime', 'distance')).toBe(distance);
    expect(format_moment(noon + after, 'datetime', 'calendar')).toBe(calendar);
  });
});
