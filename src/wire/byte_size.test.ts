import { expect, test } from 'vitest';
import { byte_share, byte_size } from './byte_size.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1 KB'],
  [12_345, '12 KB'],
  [999_499, '999 KB'],
  [999_500, '1 MB'],
  [3_061_133, '3.1 MB'],
  [64_000_000, '64 MB'],
  [2_500_000_000, '2.5 GB'],
])('%d bytes are said as %s', (bytes, text) => {
  expect(byte_size(bytes)).toBe(text);
});

test.each([
  [0, 12_000, '0 of 12 KB'],
  [1_200_000, 3_400_000, '1.2 of 3.4 MB'],
  [50_000, 9_600_000, '0.1 of 9.6 MB'],
  [10, 20, '10 of 20 B'],
])('%d of %d bytes are said as %s', (part, whole, text) => {
  expect(byte_share(part, whole)).toBe(text);
});
