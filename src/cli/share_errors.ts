/** From what the share rules say to what a command says: one place, for everything that packs, links or takes in. */
import { ShareError, type ShareErrorCode } from '../share/index.ts';
import { CliError, type CliErrorCode } from './errors.ts';

/** All others mean that the app cannot be read. */
const codes: Partial<Record<ShareErrorCode, CliErrorCode>> = { no_entry: 'no_entry', bad_page_url: 'usage' };

/** Where a command offers another way out than a page does. */
const hints: Partial<Record<ShareErrorCode, string>> = {
  no_entry:
    'Call the main script streamlit_app.py, app.py, main.py or Home.py, or name it with --entry FILE.',
  link_too_long:
    '`tablit build` makes a site of it, `tablit html` one file. Or leave out large files: a script that is named by itself takes along only what it uses.',
};

export function cli_error_of(error: ShareError): CliError {
  return new CliError(codes[error.code] ?? 'bad_app', error.message, hints[error.code] ?? error.hint);
}

/** Does `work`; what it throws of the share rules is thrown as `CliError`. */
export async function by_share_rules<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ShareError ? cli_error_of(error) : error;
  }
}
