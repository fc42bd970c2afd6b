/** `secrets.toml` as text becomes what the worker is handed; the parser is fetched when it is needed first. */
import type { SecretMoment, SecretTable, SecretValue } from '../../wire/secrets.ts';
import { mark_for, with_marks } from './toml_marks.ts';

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
  const { parse, TomlError } = await import('smol-toml');
  try {
    const options = { integersAsBigInt: true, maxDepth: MOST_DEPTH } as const;
    // First as it is: faults are of the text that was written.
    parse(text, options);
    const mark = mark_for(text);
    const table = parse(with_marks(text, mark), options);
    return { kind: 'good', values: table_of(table, mark, 0) };
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

function table_of(table: object, mark: string, depth: number): SecretTable {
  if (depth > MOST_DEPTH) throw new RangeError(TOO_DEEP);
  const plain = (name: string) => (name.startsWith(mark) ? name.slice(mark.length) : name);
  return new Map(
    Object.entries(table).map(([name, value]) => [plain(name), value_of(value, mark, depth + 1)] as const),
  );
}

function value_of(value: unknown, mark: string, depth: number): SecretValue {
  if (Array.isArray(value)) return value.map((inner) => value_of(inner, mark, depth));
  if (typeof value === 'string' && value.startsWith(mark)) return moment_of(value.slice(mark.length));
  if (typeof value === 'object' && value !== null) return table_of(value, mark, depth);
  return value as string | number | bigint | boolean;
}

/** As Python reads it: with `T` and `Z`, and microseconds at most. */
function moment_of(written: string): SecretMoment {
  const text = written
    .toUpperCase()
    .replace(' ', 'T')
    .replace(/(\.\d{6})\d+/, '$1');
  const moment = !text.includes(':') ? 'date' : text.includes('T') ? 'datetime' : 'time';
  return { moment, text };
}
