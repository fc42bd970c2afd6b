/** The arithmetic of a number input. Pure. */
import type { ElementByType } from '../../../wire/elements/index.ts';
import { type Formats, float_format, number_as_text } from '../../parts/value_format.ts';

type NumberInput = Pick<ElementByType<'number_input'>, 'data_type' | 'format' | 'max' | 'min' | 'step'>;

/** `all`: the formats, where they are there already. */
export function number_text(
  { data_type, step, format }: NumberInput,
  value: number | null,
  all: Formats | undefined,
): string {
  if (value === null) return '';
  return number_as_text(value, format ?? (data_type === 'int' ? '%d' : float_format(step)), all);
}

/** Null for an empty field, undefined for what is no number. */
export function read_number({ data_type }: NumberInput, text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const found = number_in(text);
  if (found === undefined) return undefined;
  return data_type === 'int' ? Math.trunc(found) : found;
}

/** The first number in a text: what a format puts around it does not count, nor do the spaces between thousands. */
function number_in(text: string): number | undefined {
  const tight = text.replace(/(\d)[\s'’_](?=\d)/g, '$1').replace('−', '-');
  const [found] = /[-+]?(?:\d[\d.,]*|[.,]\d+)(?:e[-+]?\d+)?/i.exec(tight) ?? [];
  if (found === undefined) return undefined;
  const value = Number(with_point(found));
  return Number.isFinite(value) ? value : undefined;
}

/** A comma is the decimal mark where it can be nothing else: `2,5`, but `1,000` and `1,000.5`. */
function with_point(digits: string): string {
  const thousands = /^[-+]?\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d*)?/.test(digits);
  if (thousands) return digits.replaceAll(',', '');
  const continental = /^[-+]?\d{1,3}(?:\.\d{3})+,\d/.test(digits);
  return (continental ? digits.replaceAll('.', '') : digits).replace(',', '.').replace(/[.,]+$/, '');
}

/** Why a value cannot be committed; undefined when it can. */
export function fault_of(
  element: NumberInput,
  value: number | null,
  all: Formats | undefined,
): string | undefined {
  const { min, max } = element;
  if (value === null) return undefined;
  if (min !== undefined && value < min) return `The value must be at least ${number_text(element, min, all)}`;
  if (max !== undefined && value > max) return `The value must be at most ${number_text(element, max, all)}`;
  return undefined;
}

/** So many steps on, and within the bounds; from nothing it starts at the least. Undefined when there is no step left. */
export function stepped(element: NumberInput, from: number | null, steps: number): number | undefined {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, step } = element;
  const start = from ?? (Number.isFinite(min) ? min : 0);
  // 0.1 + 0.2 is 0.3 here.
  const next = Number((start + steps * step).toPrecision(15));
  if (start < min) return steps > 0 ? min : undefined;
  if (start > max) return steps < 0 ? max : undefined;
  return next < min || next > max || !Number.isFinite(next) ? undefined : next;
}
