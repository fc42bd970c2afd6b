import { expect, it } from 'vitest';
import { label_lefts } from './slider_labels.ts';

const EM = 14;
const TRACK = 300;
/** Pixels of half a label, as `label_lefts` takes it to be. */
const half = (text: string) => text.length * 0.26 * EM;

/** What a browser makes of the formula, from the track's left end. */
function centre(left: string, share: number): number {
  const formula = left
    .replaceAll('calc', '')
    .replaceAll('50%', '0')
    .replaceAll('clamp', 'limit')
    .replace(/([\d.]+)(cqw|rem|em|px)/g, (_whole, number: string, unit: string) =>
      String(Number(number) * { cqw: TRACK / 100, rem: 16, em: EM, px: 1 }[unit as 'px']),
    );
  const limit = (low: number, value: number, high: number) => Math.max(low, Math.min(value, high));
  const evaluate = new Function('limit', 'max', `return ${formula}`) as (...args: unknown[]) => number;
  return share * TRACK + evaluate(limit, Math.max);
}

function centres(shares: readonly number[], texts: readonly string[]): readonly number[] {
  return label_lefts(shares, texts).map((left, index) => centre(left, shares[index] ?? 0));
}

it('puts a value over its thumb', () => {
  expect(centres([0.4], ['40'])[0]).toBeCloseTo(120);
  expect(centres([0.2, 0.6], ['20', '60']).map(Math.round)).toEqual([60, 180]);
});

it.each([0, 0.01, 0.5, 0.99, 1])('keeps a long value inside at %d', (share) => {
  const text = '1 January 2024';
  const [at = 0] = centres([share], [text]);
  expect(at - half(text)).toBeGreaterThanOrEqual(-6.01);
  expect(at + half(text)).toBeLessThanOrEqual(TRACK + 6.01);
});

it.each([
  [0, 0],
  [0, 0.02],
  [0.5, 0.5],
  [0.48, 0.52],
  [0.98, 1],
  [1, 1],
])('keeps two values apart and inside at %d and %d', (from, to) => {
  const texts = ['2024-01-02', '2024-01-03'];
  const [low = 0, high = 0] = centres([from, to], texts);
  const [first, second] = texts.map(half) as [number, number];
  expect(high - second - (low + first)).toBeGreaterThanOrEqual(6.99);
  expect(low - first).toBeGreaterThanOrEqual(-6.01);
  expect(high + second).toBeLessThanOrEqual(TRACK + 6.01);
});
