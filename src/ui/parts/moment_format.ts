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

/** A day's number in its year, from 1. */
function day_of_year(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}

/** The week by ISO 8601, and the year that it belongs to: that of its Thursday. */
function iso_week(date: Date): { readonly year: number; readonly week: number } {
  const thursday = new Date(date.getTime() + (4 - iso_day(date)) * 86_400_000);
  return { year: thursday.getUTCFullYear(), week: Math.ceil(day_of_year(thursday) / 7) };
}

const iso_day = (date: Date) => date.getUTCDay() || 7;

/** The value in microseconds, and its milliseconds as a date. */
type Token = (date: Date, micros: number) => string;

/** The first so many digits of the second's fraction; below microseconds there is nothing. */
const fraction =
  (digits: number): Token =>
  (_date, micros) =>
    String(((micros % 1_000_000) + 1_000_000) % 1_000_000)
      .padStart(6, '0')
      .padEnd(9, '0')
      .slice(0, digits);

const tokens: Readonly<Record<string, Token>> = {
  YYYY: (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  YY: (date) => two(date.getUTCFullYear() % 100),
  Y: (date) => String(date.getUTCFullYear()),
  Qo: (date) => ordinal(Math.floor(date.getUTCMonth() / 3) + 1),
  Q: (date) => String(Math.floor(date.getUTCMonth() / 3) + 1),
  MMMM: (date) => name(months, date.getUTCMonth()),
  MMM: (date) => name(months, date.getUTCMonth()).slice(0, 3),
  MM: (date) => two(date.getUTCMonth() + 1),
  Mo: (date) => ordinal(date.getUTCMonth() + 1),
  M: (date) => String(date.getUTCMonth() + 1),
  DDDD: (date) => String(day_of_year(date)).padStart(3, '0'),
  DDDo: (date) => ordinal(day_of_year(date)),
  DDD: (date) => String(day_of_year(date)),
  DD: (date) => two(date.getUTCDate()),
  Do: (date) => ordinal(date.getUTCDate()),
  D: (date) => String(date.getUTCDate()),
  dddd: (date) => name(days, date.getUTCDay()),
  ddd: (date) => name(days, date.getUTCDay()).slice(0, 3),
  dd: (date) => name(days, date.getUTCDay()).slice(0, 2),
  do: (date) => ordinal(date.getUTCDay()),
  d: (date) => String(date.getUTCDay()),
  e: (date) => String(date.getUTCDay()),
  E: (date) => String(iso_day(date)),
  GGGG: (date) => String(iso_week(date).year),
  GG: (date) => two(iso_week(date).year % 100),
  WW: (date) => two(iso_week(date).week),
  Wo: (date) => ordinal(iso_week(date).week),
  W: (date) => String(iso_week(date).week),
  HH: (date) => two(date.getUTCHours()),
  H: (date) => String(date.getUTCHours()),
  hh: (date) => two(hour_12(date.getUTCHours())),
  h: (date) => String(hour_12(date.getUTCHours())),
  kk: (date) => two(date.getUTCHours() || 24),
  k: (date) => String(date.getUTCHours() || 24),
  mm: (date) => two(date.getUTCMinutes()),
  m: (date) => String(date.getUTCMinutes()),
  ss: (date) => two(date.getUTCSeconds()),
  s: (date) => String(date.getUTCSeconds()),
  ...Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => ['S'.repeat(index + 1), fraction(index + 1)]),
  ),
  A: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  X: (date) => String(Math.floor(date.getTime() / 1000)),
  x: (date) => String(date.getTime()),
  ZZ: () => '+0000',
  Z: () => '+00:00',
};

/** Formats with a name, in the letters of the others. */
const named: Readonly<Record<string, string>> = {
  LTS: 'h:mm:ss A',
  LT: 'h:mm A',
  LLLL: 'dddd, MMMM D, YYYY h:mm A',
  LLL: 'MMMM D, YYYY h:mm A',
  LL: 'MMMM D, YYYY',
  L: 'MM/DD/YYYY',
  llll: 'ddd, MMM D, YYYY h:mm A',
  lll: 'MMM D, YYYY h:mm A',
  ll: 'MMM D, YYYY',
  l: 'M/D/YYYY',
};

/** Text in brackets, or one of the words, the longest that fits. */
function scanner(words: readonly string[]): RegExp {
  const longest_first = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(`\\[([^\\]]*)\\]|(${longest_first.join('|')})`, 'g');
}

const name_scanner = scanner(Object.keys(named));
const token_scanner = scanner(Object.keys(tokens));

/** `micros`: microseconds since 1970. Text in brackets stays as it is. */
export function format_moment(micros: number, format: string): string {
  const date = new Date(Math.floor(micros / 1000));
  const spelt = format.replace(name_scanner, (whole, _literal, word?: string) =>
    word === undefined ? whole : (named[word] as string),
  );
  return spelt.replace(token_scanner, (_whole, literal: string | undefined, token?: string) =>
    token === undefined ? (literal ?? '') : (tokens[token] as Token)(date, micros),
  );
}
