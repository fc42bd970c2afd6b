/** Why an app does not run, as data, and in words for its reader. Pure. */
export type Failure =
  /** A file of the engine or of the app did not arrive whole. */
  | { readonly kind: 'file'; readonly file: string; readonly message: string }
  /** The browser lacks what the engine needs; each entry is a name a reader can look up. */
  | { readonly kind: 'browser'; readonly missing: readonly string[] }
  /** The worker ended by itself; `memory` when it had used up what a tab may have. */
  | { readonly kind: 'worker'; readonly reason: 'crash' | 'memory'; readonly message?: string | undefined }
  /** Anything else that ends a start: a package without a build for the engine, an app that cannot be read. */
  | {
      readonly kind: 'other';
      readonly title: string;
      readonly message: string;
      readonly hint?: string | undefined;
      readonly can_retry?: boolean | undefined;
    };

export interface FailureWords {
  readonly title: string;
  /** What happened, as it was reported. */
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  /** What a reader can do with one click. */
  readonly action: 'retry' | 'restart' | undefined;
}

export function failure_words(failure: Failure): FailureWords {
  switch (failure.kind) {
    case 'file':
      return {
        title: failure.file === '' ? 'A file did not arrive' : `${failure.file} did not arrive`,
        detail: failure.message,
        hint: 'The connection may have been cut, or the site may be incomplete. Nothing of yours is lost.',
        action: 'retry',
      };
    case 'browser':
      return {
        title: 'This browser cannot run the app',
        detail: failure.missing.length > 0 ? `It has no ${and(failure.missing)}.` : undefined,
        hint: 'Use a current Chrome, Edge, Firefox or Safari, up to date.',
        action: undefined,
      };
    case 'worker':
      return failure.reason === 'memory'
        ? {
            title: 'The app ran out of memory',
            detail: failure.message,
            hint: 'It needed more than a browser tab may have. What is on the page is from before; restart to go on.',
            action: 'restart',
          }
        : {
            title: 'The app stopped unexpectedly',
            detail: failure.message,
            hint: 'What is on the page is from before; restart to go on.',
            action: 'restart',
          };
    case 'other':
      return {
        title: failure.title,
        detail: failure.message,
        hint: failure.hint,
        action: failure.can_retry === true ? 'retry' : undefined,
      };
  }
}

function and(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and no ${names.at(-1)}`;
}
