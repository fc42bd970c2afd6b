import { expect, it } from 'vitest';
import { type FilterMode, filtered } from './combobox_filter.ts';

const options = ['Apple', 'Grape', 'Pineapple', 'Banana'];
const found = (typed: string, mode: FilterMode, added = false) =>
  filtered(options, typed, mode, added).map(({ text }) => text);

it('shows all options while nothing is typed', () => {
  expect(found(' ', 'fuzzy')).toEqual(options);
});

it('finds in each mode what it should', () => {
  expect(found('apple', 'fuzzy')).toEqual(['Apple', 'Pineapple']);
  expect(found('gpe', 'fuzzy')).toEqual(['Grape']);
  expect(found('apple', 'contains')).toEqual(['Apple', 'Pineapple']);
  expect(found('pi', 'prefix')).toEqual(['Pineapple']);
  expect(found('zzz', null)).toEqual(options);
});

it('offers a new text first, unless it is an option', () => {
  expect(found('App', 'prefix', true)).toEqual(['App', 'Apple']);
  expect(found('Apple', 'prefix', true)).toEqual(['Apple']);
});
