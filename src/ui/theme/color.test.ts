import { expect, test } from 'vitest';
import { contrast, mix, parse_color, readable_on, text_on, to_hex } from './color.ts';

test.each([
  ['#fff', '#ffffff'],
  ['#ABCD', '#aabbcc'],
  ['#c53948', '#c53948'],
  ['#c5394880', '#c53948'],
  ['rgb(1, 2, 3)', '#010203'],
  ['rgba(255 0 0 / 0.5)', '#ff0000'],
  ['rgb(100%, 0%, 0%)', '#ff0000'],
  ['hsl(120, 100%, 50%)', '#00ff00'],
  ['hsl(-120deg 100% 50%)', '#0000ff'],
])('%s is a colour', (text, hex) => {
  const rgb = parse_color(text);
  expect(rgb && to_hex(rgb)).toBe(hex);
});

test.each(['', 'red', '#12', '#12345', 'rgb(1,2)', 'rgb(300, 0, 0)', 'rgb(a, b, c)', 'url(#fff)'])(
  '%j has no numbers to read',
  (text) => expect(parse_color(text)).toBeUndefined(),
);

test('contrast goes from 1 to 21', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrast([9, 9, 9], [9, 9, 9])).toBe(1);
});

test('a mixture has so much of the first', () => {
  expect(mix([255, 255, 255], [0, 0, 0], 0.2)).toEqual([51, 51, 51]);
});

test.each([
  ['#c53948', '#ffffff'],
  ['#ffd400', '#000000'],
  ['#101010', '#ffffff'],
])('text on %s is %s', (color, text) => {
  expect(to_hex(text_on(parse_color(color) ?? [0, 0, 0]))).toBe(text);
});

test.each(['#ff4b4b', '#ffd400', '#0000ff', '#777777'])(
  '%s becomes readable on white and on black',
  (color) => {
    const rgb = parse_color(color) ?? [0, 0, 0];
    for (const back of [
      [255, 255, 255],
      [23, 22, 20],
    ] as const) {
      expect(contrast(readable_on(rgb, back), back)).toBeGreaterThanOrEqual(4.5);
    }
  },
);
