import { expect, it } from 'vitest';
import { gap_style } from './gap.ts';

it.each([
  [undefined, '1rem'],
  ['none', '0px'],
  ['small', '1rem'],
  ['xxlarge', '8rem'],
  [12, '12px'],
  [0, '0px'],
  ['unheard of', '1rem'],
  ['constructor', '1rem'],
])('a gap of %s is %s', (gap, space) => {
  expect(gap_style(gap)).toEqual({ gap: space });
});
