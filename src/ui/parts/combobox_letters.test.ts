import { expect, it } from 'vitest';
import { find_by_letters, type Typed, with_letter } from './combobox_letters.ts';

const options = ['Amber', 'Blue', 'Black', 'Green'];

it('finds the next option that begins with a letter, and goes round', () => {
  expect(find_by_letters(options, 'b', 0)).toBe(1);
  expect(find_by_letters(options, 'bb', 1)).toBe(2);
  expect(find_by_letters(options, 'b', 2)).toBe(1);
});

it('takes letters in a row for a word', () => {
  expect(find_by_letters(options, 'Bl', 1)).toBe(1);
  expect(find_by_letters(options, 'bla', 1)).toBe(2);
  expect(find_by_letters(options, 'blaz', 2)).toBeUndefined();
  expect(find_by_letters([], 'b', -1)).toBeUndefined();
});

it('starts a new word after a pause', () => {
  let typed: Typed | undefined;
  const type = (letter: string, at: number) => {
    typed = with_letter(typed, letter, at);
    return typed.text;
  };
  expect([type('b', 1_000), type('l', 1_600), type('g', 2_400)]).toEqual(['b', 'bl', 'g']);
});
