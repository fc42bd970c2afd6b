/** The app's `.streamlit/config.toml`, flattened: `[theme] base = "dark"` is `theme.base`. */
import type { AppRequest } from '../wire/api.ts';
import { FileError } from './files.ts';

export type Config = AppRequest['config'];

export const CONFIG = '.streamlit/config.toml';

/** Empty when there is none; the parser is fetched only when there is one. Throws a `FileError` with line and column. */
export async function read_config(files: Readonly<Record<string, Blob>>): Promise<Config> {
  const file = files[CONFIG];
  if (!file) return {};
  const { parse, TomlError } = await import('smol-toml');
  try {
    return flatten(parse(await file.text()));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new FileError(
      CONFIG,
      `cannot be read: line ${error.line}, column ${error.column}: ${error.message}`,
    );
  }
}

/** Arrays and dates become their text as JSON: no option is a list of more than texts and numbers. */
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
