/** The arithmetic of a slider. Pure. */
import type { ElementByType } from '../../../wire/elements/index.ts';
import { type Formats, float_format, moment_as_text, number_as_text } from '../../parts/value_format.ts';

type Slider = Pick<ElementByType<'slider'>, 'data_type' | 'format' | 'max' | 'min' | 'step'>;

/** Microseconds of a day. */
const DAY = 86_400_000_000;

/** `all`: the formats, where they are there already. */
export function shown_value(
  { data_type, format, step }: Slider,
  value: number,
  all: Formats | undefined,
): string {
  if (data_type === 'int') return number_as_text(value, format ?? '%d', all);
  if (data_type === 'float') return number_as_text(value, format ?? float_format(step), all);
  // Where all steps are of whole days the time of day says nothing.
  const kind = data_type === 'datetime' && format === undefined && step % DAY === 0 ? 'date' : data_type;
  return moment_as_text(value, kind, format, all);
}

/** Whose formats a slider's are. */
export function formats_of(data_type: Slider['data_type']): 'number' | 'moment' {
  return data_type === 'int' || data_type === 'float' ? 'number' : 'moment';
}

/** The nearest step from the beginning, within the bounds; the end counts as a step. */
export function snapped({ min, max, step }: Slider, value: number): number {
  const size = Math.abs(step);
  const stepped = size === 0 ? value : min + Math.round((value - min) / size) * size;
  const tidy = Number(stepped.toPrecision(15));
  if (value >= max || tidy > max) return max;
  return Math.max(tidy, min);
}

/** How far along the track a value is, from 0 to 1. */
export function share_of({ min, max }: Slider, value: number): number {
  const share = max === min ? 0 : (value - min) / (max - min);
  return Math.min(Math.max(share, 0), 1);
}

/** The thumb that a press at `at` takes: the nearer one, of two alike the one on that side. */
export function nearest_thumb(values: readonly number[], at: number): number {
  const [low, high] = values;
  if (low === undefined || high === undefined) return 0;
  if (low === high) return at < low ? 0 : 1;
  return Math.abs(at - low) <= Math.abs(at - high) ? 0 : 1;
}

/** The values with one thumb moved; it stops at the other. */
export function with_thumb(values: readonly number[], thumb: number, to: number): number[] {
  const low = thumb > 0 ? (values[thumb - 1] ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY;
  const high = values[thumb + 1] ?? Number.POSITIVE_INFINITY;
  return values.map((value, index) => (index === thumb ? Math.min(Math.max(to, low), high) : value));
}

type Target = (slider: Slider, from: number) => number;

const stepped =
  (steps: number): Target =>
  (slider, from) =>
    snapped(slider, from + steps * Math.abs(slider.step));

const keys: Readonly<Record<string, Target>> = {
  ArrowRight: stepped(1),
  ArrowUp: stepped(1),
  ArrowLeft: stepped(-1),
  ArrowDown: stepped(-1),
  PageUp: stepped(10),
  PageDown: stepped(-10),
  Home: ({ min }) => min,
  End: ({ max }) => max,
};

/** Where a key moves a thumb to; undefined for a key that moves none. */
export function key_target(slider: Slider, key: string, from: number): number | undefined {
  return Object.hasOwn(keys, key) ? keys[key]?.(slider, from) : undefined;
}
