/** Dates and times as text, in the letters of Moment.js that Streamlit's `format` takes. Values are UTC wall time. */

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const two = (value: number) => String(value).padStart(2, '0');
const name = (names: readonly string[], index: number) => names[index] ?? '';
const hour_12 = (hour: number) => hour % 12 || 12;

function ordinal(value: number): string {
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) return `${value}th`;
  return `${value}${['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'}`;
}

const tokens: Readonly<Record<string, (date: Date) => string>> = {
  YYYY: (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  YY: (date) => two(date.getUTCFullYear() % 100),
  Q: (date) => String(Math.floor(date.getUTCMonth() / 3) + 1),
  MMMM: (date) => name(months, date.getUTCMonth()),
  MMM: (date) => name(months, date.getUTCMonth()).slice(0, 3),
  MM: (date) => two(date.getUTCMonth() + 1),
  M: (date) => String(date.getUTCMonth() + 1),
  Do: (date) => ordinal(date.getUTCDate()),
  DD: (date) => two(date.getUTCDate()),
  D: (date) => String(date.getUTCDate()),
  dddd: (date) => name(days, date.getUTCDay()),
  ddd: (date) => name(days, date.getUTCDay()).slice(0, 3),
  HH: (date) => two(date.getUTCHours()),
  H: (date) => String(date.getUTCHours()),
  hh: (date) => two(hour_12(date.getUTCHours())),
  h: (date) => String(hour_12(date.getUTCHours())),
  mm: (date) => two(date.getUTCMinutes()),
  m: (date) => String(date.getUTCMinutes()),
  ss: (date) => two(date.getUTCSeconds()),
  s: (date) => String(date.getUTCSeconds()),
  SSS: (date) => String(date.getUTCMilliseconds()).padStart(3, '0'),
  A: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  X: (date) => String(Math.floor(date.getTime() / 1000)),
  x: (date) => String(date.getTime()),
  Z: () => '+00:00',
  ZZ: () => '+0000',
};

const pattern = new RegExp(
  `\\[([^\\]]*)\\]|(${Object.keys(tokens)
    .sort((a, b) => b.length - a.length)
    .join('|')})`,
  'g',
);

/** `micros`: microseconds since 1970. Text in brackets stays as it is. */
export function format_moment(micros: number, format: string): string {
  const date = new Date(Math.floor(micros / 1000));
  return format.replace(pattern, (_whole, literal: string | undefined, token: string | undefined) =>
    token === undefined ? (literal ?? '') : (tokens[token] as (date: Date) => string)(date),
  );
}
