/** What `st.secrets` reads, as the shell hands it to the worker: the parsed `secrets.toml`. */

/** A date or a time of TOML, as its text in ISO 8601; without an offset where the file gives none. */
export interface SecretMoment {
  readonly moment: 'datetime' | 'date' | 'time';
  readonly text: string;
}

/** TOML's integers are `bigint`, its floats `number`. Tables are Maps, so that no name is special. */
export type SecretValue =
  | string
  | boolean
  | number
  | bigint
  | SecretMoment
  | readonly SecretValue[]
  | SecretTable;

export type SecretTable = ReadonlyMap<string, SecretValue>;

export type Secrets =
  /** Nothing was entered for this app. */
  | { readonly kind: 'absent' }
  /** There may be some, in a vault that is locked. */
  | { readonly kind: 'locked' }
  /** What was entered is no TOML; `message` ends with line and column and holds nothing of the file. */
  | { readonly kind: 'broken'; readonly message: string }
  /** There may be some, and they could not be read; `message` says why in whole sentences and holds nothing of them. */
  | { readonly kind: 'failed'; readonly message: string }
  /** For an app that must not know them every scalar is a placeholder text instead: see `docs/secrets.md`. */
  | { readonly kind: 'present'; readonly values: SecretTable };

/**
 * The same as JSON, for a language on the other side of a text: tables are objects, every array starts with its kind
 * (`["list", …]`, `["date", "2026-01-02"]`), floats have a point or an exponent, or are `NaN` or `Infinity`.
 */
export function secrets_json(secrets: Secrets): string {
  if (secrets.kind !== 'present') return JSON.stringify(secrets);
  return `{"kind":"present","values":${value_json(secrets.values)}}`;
}

function value_json(value: SecretValue): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return float_text(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof Map) {
    const entries = [...(value as SecretTable)].map(
      ([name, inner]) => `${JSON.stringify(name)}:${value_json(inner)}`,
    );
    return `{${entries.join(',')}}`;
  }
  if (Array.isArray(value)) return `[${['"list"', ...value.map(value_json)].join(',')}]`;
  const { moment, text } = value as SecretMoment;
  return JSON.stringify([moment, text]);
}

function float_text(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
