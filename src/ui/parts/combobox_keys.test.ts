import { describe, expect, it } from 'vitest';
import { type ComboboxState, move_of_key } from './combobox_keys.ts';

const closed: ComboboxState = {
  open: false,
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
    ['ArrowDown', closed, { point: 4 }],
    ['ArrowUp', closed, { point: 2 }],
    ['ArrowUp', { ...closed, chosen: 0 }, { point: 0 }],
    ['ArrowDown', { ...closed, chosen: -1 }, { point: 0 }],
    ['ArrowUp', { ...closed, chosen: -1 }, { point: 9 }],
    ['Enter', closed, 'open'],
    ['Escape', closed, undefined],
    ['Escape', { ...closed, can_clear: true }, 'clear'],
    ['a', closed, undefined],
    ['Delete', { ...closed, can_clear: true }, undefined],
    ['Backspace', { ...closed, can_clear: true }, undefined],
    ['ArrowDown', open, { point: 4 }],
    ['ArrowUp', open, { point: 2 }],
    ['ArrowUp', { ...open, active: -1 }, { point: 9 }],
    ['PageDown', open, { point: 9 }],
    ['PageUp', open, { point: 0 }],
    ['ArrowDown', { ...open, active: 9 }, { point: 9 }],
    ['ArrowDown', { ...open, active: -1, choices: 0 }, { point: -1 }],
    ['Enter', open, 'choose'],
    ['Escape', open, 'close'],
    ['Escape', { ...open, can_clear: true }, 'close'],
    ['Home', closed, undefined],
    ['Home', open, { point: 0 }],
    ['End', open, { point: 9 }],
    [' ', open, undefined],
    ['Home', fixed, { point: 0 }],
    ['End', fixed, { point: 9 }],
    [' ', fixed, 'choose'],
  ] as const)('%s, %o', (key, state, move) => {
    expect(move_of_key(key, state)).toEqual(move);
  });
});
