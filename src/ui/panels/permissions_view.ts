/** What the questions and the panel of permissions show: plain values, made by the shell. */

/** Something an app may do, apart from talking to hosts. */
export const abilities = ['storage', 'camera', 'microphone', 'clipboard', 'downloads', 'popups'] as const;
export type Ability = (typeof abilities)[number];

/** What an app wants to do. A host is called as in `broker/address.ts`: `api.example.com`, `http://localhost:8000`. */
export type Want =
  | { readonly kind: 'data'; readonly host: string }
  /** The secret goes to this host, and the app does not see it. */
  | { readonly kind: 'secret'; readonly host: string; readonly name: string }
  | { readonly kind: Ability };

/** `visit`: until the page is closed or loaded again. `app`: until the app's code changes. */
export type Scope = 'visit' | 'app';
export type Answer = 'refuse' | Scope;

export interface Grant {
  readonly want: Want;
  readonly scope: Scope;
  /** Milliseconds since 1970. */
  readonly given: number;
  readonly uses: number;
  readonly last_use?: number;
}

/** Where a host is: on this computer, in the reader's own network, or anywhere. */
export type Nearness = 'computer' | 'network' | 'world';

export interface ChangedFile {
  readonly path: string;
  readonly change: 'new' | 'changed' | 'gone';
}

/** One question, about one host or one ability. */
export interface Question {
  readonly id: number;
  readonly wants: readonly Want[];
  readonly near: Nearness;
  /** The host that sent a request on to this one. */
  readonly sent_by?: string;
  /** The app was allowed things before; these files of it are others since. */
  readonly changed?: readonly ChangedFile[];
}

/** How a question is asked where the page is shown inside another one, which could lay something over it. */
export interface GuestQuestion {
  /** The site of the page around it, as far as the browser says. */
  readonly within: string | undefined;
  /**
   * `own`: every page around it is of this site. `watched`: the browser tells whether the question is in plain sight, and an
   * answer counts when it is. `unseen`: it does not tell; nothing can be allowed.
   */
  readonly sight: 'own' | 'watched' | 'unseen';
  /** Where the same app is by itself. */
  readonly elsewhere: string | undefined;
}

export interface LogEntry {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly method: string;
  readonly host: string;
  /** The host that it was sent on to, where that is another one. */
  readonly sent_on?: string;
  /** The HTTP status, or why there was none: a code such as `not_allowed`. */
  readonly status: number | string;
  /** Bytes of the answer. */
  readonly size: number;
  /** Milliseconds that it took. */
  readonly ms: number;
  /** Names of the sealed secrets that were put in. */
  readonly secrets: readonly string[];
}

export interface PermissionsView {
  readonly grants: readonly Grant[];
  /** What the reader turned down in this visit. */
  readonly refused: readonly Want[];
  /** Newest first. */
  readonly log: readonly LogEntry[];
}
