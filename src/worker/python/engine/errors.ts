/**
 * Why the engine did not start.
 *
 * EngineError
 * ├── missing_file      the distribution lacks a file; `file` names it
 * ├── damaged_file      a file is cut short or is not what its name says; `file` names it
 * ├── damaged_package   a wheel or archive cannot be unpacked; `file` names it
 * ├── restore_failed    the memory image was refused: boot without it, in a new worker
 * └── start_failed      the interpreter did not start
 */
export type EngineErrorCode =
  | 'missing_file'
  | 'damaged_file'
  | 'damaged_package'
  | 'restore_failed'
  | 'start_failed';

const hints: Readonly<Record<EngineErrorCode, string>> = {
  missing_file: 'Put the file where the site’s other engine files are, or build the site again.',
  damaged_file:
    'Load the page again. If it stays so, the file on the server is cut short: build the site again.',
  damaged_package: 'Load the page again. If it stays so, fetch the package again and build the site again.',
  restore_failed: 'The engine starts without its memory image, which takes a few seconds longer.',
  start_failed: 'Load the page again. If it stays so, open it in another browser and tell us what it said.',
};

/** As data, to cross a port: an `Error` loses its fields there. */
export interface EngineFault {
  readonly code: EngineErrorCode;
  readonly message: string;
  readonly hint: string;
  readonly file?: string;
}

export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;
  readonly file: string | undefined;

  constructor(code: EngineErrorCode, message: string, options: { file?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.file = options.file;
  }

  to_fault(): EngineFault {
    const { code, message, file } = this;
    return { code, message, hint: hints[code], ...(file === undefined ? {} : { file }) };
  }
}

/** `error` itself when it already says what happened, else one of `code` with `error` as its cause. */
export function as_engine_error(error: unknown, code: EngineErrorCode, file?: string): EngineError {
  if (error instanceof EngineError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const message = file === undefined ? reason : `${file}: ${reason}`;
  return new EngineError(code, message, { cause: error, ...(file === undefined ? {} : { file }) });
}
