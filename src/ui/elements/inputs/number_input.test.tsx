// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { preload_markdown } from '../../parts/markdown.tsx';
import { preload_formats } from '../../parts/value_format.ts';
import { cases_of, show } from '../testing.tsx';
import { number_input } from './number_input.tsx';
import { read_number } from './number_input_values.ts';

beforeAll(preload_markdown);
beforeAll(preload_formats);

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

it('refuses what is beyond its bounds, and says so', () => {
  const { commits } = show(number_input, plain);
  const field = screen.getByRole('spinbutton', { name: 'N' }) as HTMLInputElement;
  fireEvent.input(field, { target: { value: '12' } });
  fireEvent.blur(field);
  expect(commits).toEqual([]);
  expect(field.value).toBe('12');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByTestId('InputInstructions').textContent).toBe('The value must be at most 10');
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  expect(commits).toEqual([10]);
});

it('is null when it is emptied, unless it is required', () => {
  const { commits, update } = show(number_input, plain);
  const field = screen.getByRole('spinbutton', { name: 'N' }) as HTMLInputElement;
  fireEvent.input(field, { target: { value: '' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(commits).toEqual([null]);
  update({ ...plain, required: true });
  fireEvent.input(field, { target: { value: '4' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  fireEvent.input(field, { target: { value: '' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(commits).toEqual([null, 4]);
});

it('steps from the value, not from what its format shows of it', () => {
  const { commits } = show(number_input, {
    type: 'number_input',
    id: 'a',
    label: 'N',
    default: 1.26,
    data_type: 'float',
    step: 0.01,
    format: '%.1f',
  });
  fireEvent.click(screen.getByTestId('stNumberInputStepUp'));
  expect(commits).toEqual([1.27]);
});

it('has no step left at its bounds', () => {
  show(number_input, { ...plain, default: 10 });
  expect((screen.getByTestId('stNumberInputStepUp') as HTMLButtonElement).disabled).toBe(true);
  expect((screen.getByTestId('stNumberInputStepDown') as HTMLButtonElement).disabled).toBe(false);
});

it('takes back what is no number', () => {
  const { commits } = show(number_input, plain);
  const field = screen.getByRole('spinbutton', { name: 'N' }) as HTMLInputElement;
  fireEvent.input(field, { target: { value: 'abc' } });
  fireEvent.blur(field);
  expect(commits).toEqual([]);
  expect(field.value).toBe('5');
});
