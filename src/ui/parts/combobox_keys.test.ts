import { describe, expect, it } from 'vitest';
import { type ComboboxState, move_of_key } from './combobox_keys.ts';

const closed: ComboboxState = {
  open: false,
  searching: false,
  fixed: false,
  can_clear: false,
  active: 3,
  chosen: 3,
  choices: 10,
};
const open = { ...closed, open: true };
const fixed = { ...open, fixed: true };

describe('a key in a combobox', () => {
  it.each([
    ['ArrowDown', closed, 'open'],
    ['ArrowUp', closed, 'open'],
    ['Enter', closed, 'open'],
    ['Escape', closed, undefined],
    ['a', closed, undefined],
    ['Delete', closed, undefined],
    ['Delete', { ...closed, can_clear: true }, 'clear'],
    ['Backspace', { ...open, can_clear: true, searching: true }, undefined],
    ['ArrowDown', open, { point: 4 }],
    ['ArrowUp', open, { point: 2 }],
    ['PageDown', open, { point: 9 }],
    ['PageUp', open, { point: 0 }],
    ['ArrowDown', { ...open, active: 9 }, { point: 9 }],
    ['ArrowDown', { ...open, active: -1, choices: 0 }, { point: -1 }],
    ['Enter', open, 'choose'],
    ['Escape', open, 'close'],
    ['Home', open, undefined],
    [' ', open, undefined],
    ['Home', fixed, { point: 0 }],
    ['End', fixed, { point: 9 }],
    [' ', fixed, 'choose'],
  ] as const)('%s, %o', (key, state, move) => {
    expect(move_of_key(key, state)).toEqual(move);
  });
});
