/** Numbers and moments as text in a format of the author's. The usual formats are here, all others come when one is used. */
import { lazy, useLazy } from './lazy.ts';

/** Those of numbers or those of moments: what has arrived of them. */
export type Formats = Partial<typeof import('./number_format.ts') & typeof import('./moment_format.ts')>;

const formats = {
  number: lazy<Formats>(() => import('./number_format.ts')),
  moment: lazy<Formats>(() => import('./moment_format.ts')),
} as const;

/** Fetches the formats that are not here. */
export async function preload_formats(): Promise<void> {
  await Promise.all(Object.values(formats).map((part) => part.load()));
}

/** The formats that `format` is one of, once they are there; nothing is fetched for one that is here. */
export function useFormats(
  format: string | undefined,
  of: keyof typeof formats = 'number',
): Formats | undefined {
  const is_here = format === undefined || (of === 'number' && digits_of(format) !== undefined);
  return useLazy(is_here ? undefined : formats[of]);
}

/** Digits after the point of `%d` and `%.2f`, undefined for any other format. */
function digits_of(format: string): number | undefined {
  const [whole, digits] = /^%(?:d|\.(\d\d?)f)$/.exec(format) ?? [];
  return whole === undefined ? undefined : Number(digits ?? 0);
}

/** Until `all` is there an unusual format shows the bare number. */
export function number_as_text(value: number, format: string, all: Formats | undefined): string {
  const digits = digits_of(format);
  if (digits === undefined) return all?.format_number?.(value, format) ?? String(value);
  const text = (format === '%d' ? Math.trunc(value) : value).toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** Digits after the point that `step` needs, at least two: what a float shows when nobody says otherwise. */
export function float_format(step: number): string {
  const [, fraction = '', power] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(step)) ?? [];
  const digits = Math.max(fraction.length - Number(power ?? 0), 0);
  return `%.${Math.min(Math.max(2, digits), 99)}f`;
}

/** Where in an ISO 8601 text each kind of moment stands. */
const iso = { date: [0, 10], time: [11, 16], datetime: [0, 16] } as const;

/** `micros` since 1970; without a format, and until `all` is there, as ISO 8601 has it. */
export function moment_as_text(
  micros: number,
  kind: keyof typeof iso,
  format: string | undefined,
  all: Formats | undefined,
): string {
  if (format !== undefined && all?.format_moment) return all.format_moment(micros, kind, format);
  const [from, to] = iso[kind];
  return new Date(Math.floor(micros / 1000)).toISOString().slice(from, to).replace('T', ' ');
}
