/**
 * Why a sandbox could not be started.
 *
 * SandboxError
 * ├── browser_too_old   something that Tablit needs is not there; `missing` names each
 * ├── frame_silent      the frame did not say that it is ready (a policy or an extension stopped its script)
 * └── worker_failed     the worker did not start, or ended with an error of its own
 */
export type SandboxErrorCode = 'browser_too_old' | 'frame_silent' | 'worker_failed';

const hints: Readonly<Record<SandboxErrorCode, string>> = {
  browser_too_old: 'Open this page in a current Chrome, Edge, Firefox or Safari.',
  frame_silent:
    'Reload the page. If it stays so, an extension or the site’s own policy stops scripts in frames.',
  worker_failed: 'Reload the page. If it stays so, the site’s files do not belong together: build it again.',
};

export class SandboxError extends Error {
  override readonly name = 'SandboxError';
  readonly code: SandboxErrorCode;
  readonly hint: string;
  /** Names of what the browser lacks; empty unless `browser_too_old`. */
  readonly missing: readonly string[];

  constructor(code: SandboxErrorCode, message: string, missing: readonly string[] = []) {
    super(message);
    this.code = code;
    this.hint = hints[code];
    this.missing = missing;
  }
}
