/** Why an app does not run, as data. */
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
