/** Secrets by name: `database.host`, as TOML would write the key; entries of a list are `hosts[0]`. */
import type { SecretMoment, SecretTable, SecretValue } from '../../wire/secrets.ts';

/** Every scalar by its name, in the order of the file. */
export function named_scalars(values: SecretTable): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  map_scalars(values, (name, text) => {
    found.set(name, text);
    return text;
  });
  return found;
}

/** The same tree with `change` of each scalar's name and text in its place. */
export function map_scalars(
  values: SecretTable,
  change: (name: string, text: string) => string,
): SecretTable {
  return map_table(values, '', change);
}

type Change = (name: string, text: string) => string;

function map_table(table: SecretTable, prefix: string, change: Change): SecretTable {
  return new Map(
    [...table].map(([key, value]) => [key, map_value(value, `${prefix}${key_text(key)}`, change)] as const),
  );
}

function map_value(value: SecretValue, name: string, change: Change): SecretValue {
  if (value instanceof Map) return map_table(value as SecretTable, `${name}.`, change);
  if (Array.isArray(value)) {
    return (value as readonly SecretValue[]).map((inner, index) =>
      map_value(inner, `${name}[${index}]`, change),
    );
  }
  return change(name, scalar_text(value as Scalar));
}

type Scalar = string | number | bigint | boolean | SecretMoment;

function scalar_text(value: Scalar): string {
  return typeof value === 'object' ? value.text : String(value);
}

/** A key as TOML writes it: quoted when it would not be read as one. */
function key_text(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key);
}
