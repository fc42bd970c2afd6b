/** Looks at an app's `.streamlit/config.toml` before its page does: a slip is said where it can be mended. */
import { parse, TomlError } from 'smol-toml';
import { CONFIG, type Config, flatten } from '../share/config.ts';
import type { Project } from '../share/index.ts';
import { CliError } from './errors.ts';

/** Flattened; empty when there is none. Throws `bad_app` with line and column. */
export function check_config({ files }: Pick<Project, 'files'>): Config {
  const bytes = files.get(CONFIG);
  if (!bytes) return {};
  try {
    return flatten(parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ''] = error.message.split('\n');
    throw new CliError('bad_app', `${CONFIG}, line ${error.line}, column ${error.column}: ${reason}`);
  }
}
