import { expect, it } from 'vitest';
import { is_alike, likeness, line_numbers } from './alike.ts';

it('a line is known again whatever is around it, and blank ones say nothing', () => {
  expect(line_numbers('a\n\n  b  \r\n\ta\n')).toEqual(line_numbers('a\nb'));
  expect(line_numbers('')).toEqual([]);
});

it.each([
  ['', '', 0],
  ['a', 'a', 1],
  ['a\nb\nc\nd', 'a\nb', 0.5],
  ['a\nb', 'c\nd', 0],
])('%j and %j are alike by %d', (one, other, expected) => {
  expect(likeness(line_numbers(one), line_numbers(other))).toBe(expected);
  expect(likeness(line_numbers(other), line_numbers(one))).toBe(expected);
});

it('what comes from one address is alike, and what comes from none is by its lines alone', () => {
  const [one, other] = [line_numbers('a\nb'), line_numbers('c\nd')];
  expect(
    is_alike({ from: 'https://a.example/', lines: one }, { from: 'https://a.example/', lines: other }),
  ).toBe(true);
  expect(is_alike({ from: undefined, lines: one }, { from: undefined, lines: other })).toBe(false);
  expect(is_alike({ from: undefined, lines: one }, { from: 'https://a.example/', lines: one })).toBe(true);
});
