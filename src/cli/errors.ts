/**
 * Why a command gives up, each with its exit code. `docs/cli.md` lists the same table.
 *
 * 2 the command line is wrong · 3 the app cannot be read · 4 the place to write or serve is not to be had ·
 * 5 a package has no build for the engine · 6 Tablit itself is not built
 */
export const exit_codes = {
  usage: 2,
  no_such_file: 3,
  not_a_script: 3,
  no_entry: 3,
  bad_app: 3,
  port_taken: 4,
  not_writable: 4,
  no_wheel: 5,
  packages_failed: 5,
  not_built: 6,
} as const;

export type CliErrorCode = keyof typeof exit_codes;

export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: CliErrorCode;
  readonly hint: string;

  constructor(code: CliErrorCode, message: string, hint = '') {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
