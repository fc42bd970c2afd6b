/** Numbers as text: printf formats and the named ones of Streamlit (`percent`, `dollar`, …). Pure. */

type Named = (value: number) => string;

/** The language that a format is written in; undefined: the reader's. */
type Locale = string | undefined;

function intl(locale: Locale, options: Intl.NumberFormatOptions): Named {
  const format = new Intl.NumberFormat(locale, options);
  return (value) => format.format(value);
}

const currency = (code: string) => (locale: Locale) => intl(locale, { style: 'currency', currency: code });

/** Each made when it is first used. `plain` and `accounting` are the same in all languages. */
const named: Readonly<Record<string, (locale: Locale) => Named>> = {
  plain: () => intl('en-US', { useGrouping: false, maximumFractionDigits: 20 }),
  localized: (locale) => intl(locale, {}),
  percent: (locale) => intl(locale, { style: 'percent', maximumFractionDigits: 2 }),
  dollar: currency('USD'),
  euro: currency('EUR'),
  yen: currency('JPY'),
  accounting: () => {
    const amount = intl('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return (value) => {
      const text = amount(Math.abs(value));
      return value < 0 && /[1-9]/.test(text) ? `(${text})` : text;
    };
  },
  bytes: (locale) => {
    const compact = intl(locale, {
      style: 'unit',
      unit: 'byte',
      notation: 'compact',
      unitDisplay: 'narrow',
      maximumFractionDigits: 1,
    });
    // English has billions, bytes have giga.
    return (value) => compact(value).replace('BB', 'GB');
  },
  compact: (locale) => intl(locale, { notation: 'compact' }),
  scientific: (locale) => intl(locale, { notation: 'scientific', maximumFractionDigits: 3 }),
  engineering: (locale) => intl(locale, { notation: 'engineering', maximumFractionDigits: 3 }),
};

const made = new Map<string, Named>();

function named_format(name: string, locale: Locale): Named | undefined {
  const make = Object.hasOwn(named, name) ? named[name] : undefined;
  if (!make) return undefined;
  const key = `${name} ${locale ?? ''}`;
  const known = made.get(key) ?? make(locale);
  made.set(key, known);
  return known;
}

/** What a letter makes of a number without its sign. */
const letters: Readonly<Record<string, (value: number, precision: number | undefined) => string>> = {
  d: whole,
  i: whole,
  u: whole,
  b: (value) => Math.trunc(value).toString(2),
  o: (value) => Math.trunc(value).toString(8),
  x: (value) => Math.trunc(value).toString(16),
  X: (value) => Math.trunc(value).toString(16).toUpperCase(),
  f: fixed,
  F: fixed,
  e: (value, precision) => value.toExponential(precision),
  E: (value, precision) => value.toExponential(precision).toUpperCase(),
  g: significant,
  G: (value, precision) => significant(value, precision).toUpperCase(),
  c: (value) => String.fromCharCode(value),
  s: (value, precision) => String(value).slice(0, precision),
};

/** One conversion: which value (there is but one), flags, what fills up, width, precision, letter. */
const conversion = /%(?:\d+\$)?([-+ 0#,]*)(?:'(.))?(-?)(\d*)(?:\.(\d+))?[hlL]*([bcdiufFeEgGxXos%])/g;

/** A named format, or a text in which every printf conversion is `value`; other text stays as it is. */
export function format_number(value: number, format: string, locale?: string): string {
  const preset = named_format(format, locale);
  if (preset) return preset(value);
  return format.replace(
    conversion,
    (
      _whole,
      flags: string,
      fill: string | undefined,
      left: string,
      width: string,
      digits: string | undefined,
      letter: string,
    ) => {
      if (letter === '%') return '%';
      const precision = digits === undefined ? undefined : Math.min(Number(digits), 100);
      const text = signed(value, flags, precision, letter);
      const filler = fill ?? (flags.includes('0') ? '0' : ' ');
      return pad(text, filler, flags.includes('-') || left !== '', Number(width));
    },
  );
}

/** These show a negative number as the bits that a computer holds it in. */
const UNSIGNED = 'uoxX';

function signed(value: number, flags: string, precision: number | undefined, letter: string): string {
  const size = value < 0 && UNSIGNED.includes(letter) ? value >>> 0 : Math.abs(value);
  const bare = letters[letter]?.(size, precision) ?? '';
  const text = flags.includes(',') ? with_thousands(bare) : bare;
  if (value < 0 && !UNSIGNED.includes(letter)) return /[1-9a-f]/i.test(text) ? `-${text}` : text;
  return `${flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''}${text}`;
}

/** What is behind the point is cut off. An exponent, which a number from 1e21 on has, is written out. */
function whole(value: number): string {
  return value < 1e21 ? Math.trunc(value).toString() : BigInt(Math.round(value)).toString();
}

/** Without a precision as many digits as there are. */
function fixed(value: number, precision: number | undefined): string {
  return precision === undefined ? String(value) : value.toFixed(precision);
}

function significant(value: number, precision: number | undefined): string {
  return String(precision ? Number(value.toPrecision(precision)) : value);
}

function with_thousands(text: string): string {
  const [before = '', ...after] = text.split('.');
  return [before.replace(/\B(?=(\d{3})+$)/g, ','), ...after].join('.');
}

function pad(text: string, filler: string, at_left: boolean, width: number): string {
  if (at_left) return text.padEnd(width);
  const sign = filler === '0' ? (/^[-+ ]/.exec(text)?.[0] ?? '') : '';
  return sign + text.slice(sign.length).padStart(width - sign.length, filler);
}
