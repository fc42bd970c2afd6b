/** What the page and the service worker say to each other. Releases differ, so what is said here only ever grows. */

/** The page to the service worker: it is live, and of this release. */
export interface Hello {
  readonly type: 'hello';
  readonly release: string;
}

/** Why a release is not kept: no room, a file that did not come, a site that was changed meanwhile. */
export type NotKeptReason = 'quota' | 'network' | 'changed';

/** The service worker to every page of the site. Sizes are bytes. */
export type OfflineNews =
  | { readonly type: 'storing'; readonly release: string; readonly done: number; readonly total: number }
  /** Answers `hello`: what a visit gets now. */
  | { readonly type: 'here'; readonly release: string }
  /** A release has taken over: from now on it is what a visit gets. */
  | { readonly type: 'available'; readonly release: string }
  | {
      readonly type: 'failed';
      readonly release: string;
      readonly reason: NotKeptReason;
      readonly done: number;
      readonly total: number;
    };
