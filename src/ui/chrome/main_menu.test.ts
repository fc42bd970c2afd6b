import { expect, test } from 'vitest';
import { next_item } from './main_menu.tsx';

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 4, 0],
  ['ArrowUp', 0, 4],
  ['ArrowRight', 1, 2],
  ['ArrowLeft', 1, 0],
  ['Home', 3, 0],
  ['End', 0, 4],
  ['x', 3, undefined],
])('%s at %d goes to %s', (key, at, next) => {
  expect(next_item(key, at, 5)).toBe(next);
});
