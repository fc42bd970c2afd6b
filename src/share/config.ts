/** `.streamlit/config.toml` as the page takes it: one level, `[theme] base = "dark"` is `theme.base`. */

export type Config = Readonly<Record<string, string | number | boolean | null>>;

export const CONFIG = '.streamlit/config.toml';

/** Of a parsed table. Arrays and dates become their text as JSON: no option is a list of more than texts and numbers. */
export function flatten(table: Readonly<Record<string, unknown>>, prefix = ''): Config {
  const flat: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(table)) {
    const path = `${prefix}${name}`;
    if (is_table(value)) Object.assign(flat, flatten(value, `${path}.`));
    else flat[path] = is_scalar(value) ? value : JSON.stringify(value);
  }
  return flat;
}

function is_table(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function is_scalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
