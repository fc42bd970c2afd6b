/** A request that an app makes through the shell, and what comes back. Checked on the shell's side, where it comes in. */
import { type Infer, s } from './schema.ts';

export const net_header = s.object({ name: s.string, value: s.string });
export type NetHeader = Infer<typeof net_header>;

export const net_request = s.object({
  /** Chosen by the worker, another one for each request: `read` and `cancel` name it. */
  id: s.integer,
  method: s.string,
  /** Absolute. It may hold placeholders of sealed secrets, as may the headers' values and the body. */
  url: s.string,
  headers: s.array(net_header),
  body: s.optional(s.bytes),
  /** What to do when the host sends the request on. The browser follows, and does not say where it went by. */
  redirect: s.one_of('follow', 'error'),
  /** Milliseconds until the answer begins, and between two parts of it. The shell has limits of its own. */
  timeout: s.optional(s.integer),
});
export type NetRequest = Infer<typeof net_request>;

/** Why there is no answer. `docs/network.md` says what each one means. */
export const net_error_codes = [
  'malformed',
  'scheme',
  'own_origin',
  'user_info',
  'method',
  'body_too_large',
  'answer_too_large',
  'too_many',
  'timeout',
  'cancelled',
  'not_allowed',
  'redirected',
  'redirect_refused',
  'redirect_with_secret',
  'part_with_secret',
  'secret_missing',
  'secret_locked',
  'secret_failed',
  'secret_unknown',
  'secret_unfit',
  'no_cors',
  'unreachable',
  'offline',
] as const;
export type NetErrorCode = (typeof net_error_codes)[number];

export interface NetFault {
  readonly kind: 'failed';
  readonly code: NetErrorCode;
  /** One sentence each, for the reader of the app: what happened, and what to do. No secret is ever in them. */
  readonly message: string;
  readonly hint: string;
}

/** A part of an answer's body: all that has come since the last one. `more`: there will be another. */
export interface NetPart {
  readonly kind: 'part';
  readonly body: ArrayBuffer;
  readonly more: boolean;
}

/** The beginning of an answer, with the first part of its body, which is all of it when it is short. */
export interface NetAnswer {
  readonly kind: 'answer';
  readonly status: number;
  readonly status_text: string;
  /** Where the answer came from in the end, without a fragment. */
  readonly url: string;
  /** True when that is not where the request went. */
  readonly redirected: boolean;
  /** What the host lets pages see. The body is decoded: `content-encoding` and `content-length` are not among them. */
  readonly headers: readonly NetHeader[];
  readonly body: ArrayBuffer;
  readonly more: boolean;
}

export type NetResponse = NetAnswer | NetFault;
export type NetRead = NetPart | NetFault;
