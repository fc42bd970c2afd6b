/** Numbers as text: printf formats and the named ones of Streamlit (`percent`, `dollar`, …). Pure. */

type Named = (value: number) => string;

function intl(options: Intl.NumberFormatOptions): Named {
  const format = new Intl.NumberFormat('en-US', options);
  return (value) => format.format(value);
}

const currency = (code: string, digits: number): Named =>
  intl({ style: 'currency', currency: code, minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Each made when it is first used. */
const named: Readonly<Record<string, () => Named>> = {
  plain: () => intl({ useGrouping: false, maximumFractionDigits: 20 }),
  localized: () => {
    const format = new Intl.NumberFormat();
    return (value) => format.format(value);
  },
  percent: () =>
    intl({ style: 'percent', useGrouping: false, minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  dollar: () => currency('USD', 2),
  euro: () => currency('EUR', 2),
  yen: () => currency('JPY', 0),
  accounting: () => {
    const amount = intl({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return (value) => (value < 0 ? `(${amount(-value)})` : amount(value));
  },
  bytes: () => format_bytes,
  compact: () => intl({ notation: 'compact', maximumFractionDigits: 1 }),
  scientific: () => intl({ notation: 'scientific', maximumFractionDigits: 3 }),
  engineering: () => intl({ notation: 'engineering', maximumFractionDigits: 3 }),
};

const made = new Map<string, Named>();

function named_format(name: string): Named | undefined {
  const make = Object.hasOwn(named, name) ? named[name] : undefined;
  if (!make) return undefined;
  const known = made.get(name) ?? make();
  made.set(name, known);
  return known;
}

/** One conversion: flags, width, precision, letter. */
const conversion = /%([-+ 0#]*)(\d*)(?:\.(\d+))?[hlL]*([diufFeEgGxXoc%])/g;

/** A text in which every printf conversion is `value`; a named format; as it is when `format` is neither. */
export function format_number(value: number, format: string): string {
  const preset = named_format(format);
  if (preset) return preset(value);
  if (format.search(conversion) < 0) return String(value);
  return format.replace(
    conversion,
    (_whole, flags: string, width: string, precision: string | undefined, letter: string) =>
      letter === '%' ? '%' : pad(signed(value, flags, precision, letter), flags, Number(width || 0)),
  );
}

function signed(value: number, flags: string, precision: string | undefined, letter: string): string {
  const text = convert(Math.abs(value), precision === undefined ? undefined : Number(precision), letter);
  if (value < 0 && /[1-9a-f]/i.test(text)) return `-${text}`;
  return `${flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''}${text}`;
}

function convert(value: number, precision: number | undefined, letter: string): string {
  switch (letter) {
    case 'd':
    case 'i':
    case 'u':
      return whole(value);
    case 'f':
    case 'F':
      return value.toFixed(Math.min(precision ?? 6, 100));
    case 'e':
    case 'E':
      return exponent(value.toExponential(Math.min(precision ?? 6, 100)), letter);
    case 'g':
    case 'G':
      return exponent(shortest(value, Math.min(Math.max(precision ?? 6, 1), 100)), letter);
    case 'x':
      return Math.trunc(value).toString(16);
    case 'X':
      return Math.trunc(value).toString(16).toUpperCase();
    case 'o':
      return Math.trunc(value).toString(8);
    default:
      return String(value);
  }
}

/** As C's `%g`: so many digits in all, no zeros at the end, an exponent where the plain form would be long. */
function shortest(value: number, digits: number): string {
  if (value === 0) return '0';
  const [mantissa = '', power = '0'] = value.toExponential(digits - 1).split('e');
  const at = Number(power);
  const tidy = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  if (at < -4 || at >= digits) return `${tidy(mantissa)}e${at < 0 ? '-' : '+'}${Math.abs(at)}`;
  return tidy(value.toFixed(Math.max(digits - 1 - at, 0)));
}

/** Without the exponent that a number from 1e21 on has. */
function whole(value: number): string {
  return value < 1e21 ? value.toFixed(0) : BigInt(Math.round(value)).toString();
}

/** C writes at least two digits of an exponent. */
function exponent(text: string, letter: string): string {
  const padded = text.replace(/e([+-])(\d)$/, 'e$10$2');
  return letter === letter.toUpperCase() ? padded.toUpperCase() : padded;
}

function pad(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0')) return text.padStart(width);
  const sign = /^[-+ ]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}

/** Thousands, not 1024s: `1.5MB`. */
function format_bytes(value: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];
  let shown = value;
  let unit = 0;
  // What would be rounded to a thousand is one of the next unit.
  while (Math.abs(shown) >= 999.95 && unit < units.length - 1) {
    shown /= 1000;
    unit++;
  }
  return `${Number(shown.toFixed(1))}${units[unit]}`;
}
