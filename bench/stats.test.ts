import { expect, it } from 'vitest';
import { summary } from './stats.ts';

it('takes the middle and the end of the samples', () => {
  const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(summary(samples)).toEqual({ median: 50, p95: 95, count: 100 });
  expect(summary([7])).toEqual({ median: 7, p95: 7, count: 1 });
});
