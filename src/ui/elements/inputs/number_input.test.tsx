// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { cases_of, show } from '../testing.tsx';

import { number_input, read_number } from './number_input.tsx';

beforeAll(preload_markdown);

const plain = {
  type: 'number_input',
  id: 'a',
  label: 'N',
  default: 5,
  data_type: 'int',
  step: 1,
  min: 0,
  max: 10,
} as const;

describe.each(cases_of('number_input'))('$name', ({ element }) => {
  it('is a spin button that commits what is typed', () => {
    const { commits } = show(number_input, element);
    const field = screen.getByRole('spinbutton') as HTMLInputElement;
    expect(field.disabled).toBe(element.disabled ?? false);
    if (element.disabled) return;
    const wanted = element.max ?? element.min ?? 7;
    fireEvent.input(field, { target: { value: String(wanted) } });
    fireEvent.keyDown(field, { key: 'Enter' });
    const next = read_number(element, String(wanted));
    expect(commits).toEqual(next === element.default ? [] : [next]);
  });
});

it('steps by keys and buttons, within its bounds', () => {
  const { commits } = show(number_input, plain);
  fireEvent.keyDown(screen.getByRole('spinbutton', { name: 'N' }), { key: 'ArrowUp' });
  fireEvent.click(screen.getByTestId('stNumberInputStepDown'));
  expect(commits).toEqual([6, 5]);
});

it('reads numbers, cuts them to the bounds, and knows what is none', () => {
  expect(read_number(plain, '12')).toBe(10);
  expect(read_number(plain, ' 3,9 ')).toBe(3);
  expect(read_number({ ...plain, data_type: 'float' }, '$ 2.5')).toBe(2.5);
  expect(read_number(plain, '')).toBeNull();
  expect(read_number(plain, 'abc')).toBeUndefined();
});

it('takes back what is no number', () => {
  const { commits } = show(number_input, plain);
  const field = screen.getByRole('spinbutton', { name: 'N' }) as HTMLInputElement;
  fireEvent.input(field, { target: { value: 'abc' } });
  fireEvent.blur(field);
  expect(commits).toEqual([]);
  expect(field.value).toBe('5');
});
