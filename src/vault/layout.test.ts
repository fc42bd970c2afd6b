import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hex } from './bytes.ts';
import { layout } from './layout.ts';

const fields = fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 4 });

test('different fields never give the same bytes, however they are cut', () => {
  fc.assert(
    fc.property(fields, fields, (a, b) => {
      expect(hex(layout('record', ...a)) === hex(layout('record', ...b))).toBe(
        JSON.stringify(a) === JSON.stringify(b),
      );
    }),
  );
  expect(layout('record', 'ab', 'c')).not.toEqual(layout('record', 'a', 'bc'));
});

test('one kind never stands for another', () => {
  expect(layout('record', 'x')).not.toEqual(layout('cache-entry', 'x'));
});
