/** `secrets.toml` as text becomes what the worker is handed; the parser is fetched when it is needed first. */
import type { SecretMoment, SecretTable, SecretValue } from '../../wire/secrets.ts';

/** Where a text is no TOML. Holds nothing of the text: an error is shown, logged and sent to the worker. */
export interface TomlFault {
  /** From 1, as editors count. */
  readonly line: number;
  readonly column: number;
  /** Such as `Invalid value`. */
  readonly reason: string;
}

export type ParsedSecrets =
  | { readonly kind: 'good'; readonly values: SecretTable }
  | { readonly kind: 'bad'; readonly fault: TomlFault };

/** Deeper tables are no secrets but an attempt to exhaust what walks through them. */
const MOST_DEPTH = 64;

export async function parse_secrets(text: string): Promise<ParsedSecrets> {
  const { parse, TomlDate, TomlError } = await import('smol-toml');
  try {
    const table = parse(text, { integersAsBigInt: true, maxDepth: MOST_DEPTH });
    return { kind: 'good', values: table_of(table, TomlDate, 0) };
  } catch (error) {
    if (error instanceof TomlError) return { kind: 'bad', fault: fault_of(error) };
    if (error instanceof RangeError) return { kind: 'bad', fault: { line: 1, column: 1, reason: TOO_DEEP } };
    throw error;
  }
}

/** `Invalid value (at line 1, column 7)`. */
export function fault_text({ reason, line, column }: TomlFault): string {
  return `${reason} (at line ${line}, column ${column})`;
}

const TOO_DEEP = 'Tables are nested too deeply';

/** The parser's own message quotes the lines around the fault, and a line of this file is a secret. */
function fault_of({ message, line, column }: { message: string; line: number; column: number }): TomlFault {
  const [first = ''] = message.replace(/^Invalid TOML document: /, '').split('\n');
  return { line, column, reason: `${first.slice(0, 1).toUpperCase()}${first.slice(1)}` };
}

type DateType = new (date: string) => Moment;

interface Moment {
  isDate(): boolean;
  isTime(): boolean;
  toISOString(): string;
}

function table_of(table: object, date_type: DateType, depth: number): SecretTable {
  if (depth > MOST_DEPTH) throw new RangeError(TOO_DEEP);
  return new Map(
    Object.entries(table).map(([name, value]) => [name, value_of(value, date_type, depth + 1)] as const),
  );
}

function value_of(value: unknown, date_type: DateType, depth: number): SecretValue {
  if (Array.isArray(value)) return value.map((inner) => value_of(inner, date_type, depth));
  if (value instanceof date_type) return moment_of(value);
  if (typeof value === 'object' && value !== null) return table_of(value, date_type, depth);
  return value as string | number | bigint | boolean;
}

function moment_of(value: Moment): SecretMoment {
  const moment = value.isDate() ? 'date' : value.isTime() ? 'time' : 'datetime';
  return { moment, text: value.toISOString() };
}
