/** The app's `.streamlit/config.toml`, flattened: `[theme] base = "dark"` is `theme.base`. */
import { CONFIG, type Config, flatten } from '../share/config.ts';
import { FileError } from './files.ts';

export { CONFIG, type Config };

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
