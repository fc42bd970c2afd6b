import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as all from '../../parts/number_format.ts';
import { fault_of, number_text, read_number, stepped } from './number_input_values.ts';

const whole = { data_type: 'int', step: 1, min: 0, max: 10 } as const;
const price = { data_type: 'float', step: 0.1 } as const;

describe('what is typed', () => {
  it.each([
    ['12', 12],
    [' 3.9 ', 3.9],
    ['2,5', 2.5],
    ['1,000', 1000],
    ['1,000.5', 1000.5],
    ['1.000,5', 1000.5],
    ['12 345', 12345],
    ["1'000", 1000],
    ['$ 2.50', 2.5],
    ['25%', 25],
    ['-4', -4],
    ['−4', -4],
    ['.5', 0.5],
    ['1e3', 1000],
    ['5.', 5],
    ['', null],
    ['  ', null],
    ['abc', undefined],
    ['-', undefined],
    ['1e999', undefined],
  ])('%s reads as %s', (text, value) => {
    expect(read_number(price, text)).toBe(value);
  });

  it('is cut to a whole number where only those count', () => {
    expect(read_number(whole, '3.9')).toBe(3);
    expect(read_number(whole, '-3.9')).toBe(-3);
  });

  it('reads back as what it was shown for', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (value) => {
        expect(read_number(whole, number_text({ ...whole, format: '%d km' }, value, all))).toBe(value);
        expect(read_number(price, number_text(price, value / 4, all))).toBe(value / 4);
      }),
    );
  });
});

it('says which bound a value breaks', () => {
  expect(fault_of(whole, 11, all)).toBe('The value must be at most 10');
  expect(fault_of(whole, -1, all)).toBe('The value must be at least 0');
  expect(fault_of(whole, 10, all)).toBeUndefined();
  expect(fault_of(whole, null, all)).toBeUndefined();
  expect(fault_of(price, 1e9, all)).toBeUndefined();
});

describe('a step', () => {
  it('goes on without the faults of binary fractions', () => {
    expect(stepped(price, 0.2, 1)).toBe(0.3);
    expect(stepped(price, 0.3, -1)).toBe(0.2);
  });

  it('is not taken where it would leave the bounds', () => {
    expect(stepped(whole, 10, 1)).toBeUndefined();
    expect(stepped({ ...whole, step: 4 }, 8, 1)).toBeUndefined();
    expect(stepped(whole, 0, -1)).toBeUndefined();
  });

  it('leads back into the bounds', () => {
    expect(stepped(whole, 50, -1)).toBe(10);
    expect(stepped(whole, 50, 1)).toBeUndefined();
    expect(stepped(whole, -3, 1)).toBe(0);
  });

  it('starts from the least where there is nothing yet', () => {
    expect(stepped({ ...whole, min: 4 }, null, 1)).toBe(5);
    expect(stepped(price, null, -1)).toBe(-0.1);
  });
});

it('shows as many digits as the step needs', () => {
  expect(number_text(price, 2, all)).toBe('2.00');
  expect(number_text({ ...price, step: 0.001 }, 2, all)).toBe('2.000');
  expect(number_text({ ...whole, format: '%03d' }, 7, all)).toBe('007');
  expect(number_text(whole, null, all)).toBe('');
});
