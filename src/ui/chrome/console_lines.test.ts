import { expect, test } from 'vitest';
import type { ConsoleLine } from '../store/page.ts';
import { badge_text, console_text, unread_errors } from './console_lines.ts';

const out = (text: string): ConsoleLine => ({ stream: 'stdout', text });
const err = (text: string): ConsoleLine => ({ stream: 'stderr', text });

test('errors after the last line seen are new', () => {
  const lines = [err('a'), out('b'), err('c'), err('d')];
  expect(unread_errors(lines, undefined)).toBe(3);
  expect(unread_errors(lines, lines[1])).toBe(2);
  expect(unread_errors(lines, lines[3])).toBe(0);
});

test('all is new when what was seen is gone', () => {
  expect(unread_errors([err('a')], err('a'))).toBe(1);
  expect(unread_errors([], err('a'))).toBe(0);
});

test('each text is a line', () => {
  expect(console_text([out('a\n'), err('b'), out('c\nd\n')])).toBe('a\nb\nc\nd\n');
});

test('a badge has room for two digits', () => {
  expect(badge_text(7)).toBe('7');
  expect(badge_text(100)).toBe('99+');
});
