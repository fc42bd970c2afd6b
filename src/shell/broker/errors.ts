/**
 * Why an app got no answer, as a closed set (`net_error_codes`). What an app is told is made here and from these words
 * alone, so that no secret, and nothing that a host or the browser said, can slip into an error.
 *
 * NetFault
 * ├── the request is not allowed as it is   malformed, scheme, own_origin, user_info, method, body_too_large
 * ├── the reader                            not_allowed
 * ├── limits                                answer_too_large, too_many, timeout, cancelled
 * ├── redirects                             redirected, redirect_refused, redirect_with_secret
 * ├── sealed secrets                        secret_missing, secret_locked, secret_failed, secret_unknown, secret_unfit,
 * │                                         part_with_secret
 * └── the host, or the way to it            no_cors, unreachable, offline
 */

import { byte_size } from '../../wire/byte_size.ts';
import type { NetErrorCode, NetFault } from '../../wire/net.ts';
import { limits } from './limits.ts';

export interface FaultContext {
  /** The host as readers see it, such as `api.example.com`. */
  readonly place?: string;
  /** The name of a secret, a scheme, or what was expected where. */
  readonly what?: string;
}

interface Words {
  readonly message: string;
  readonly hint: string;
}

type Say = (context: { readonly place: string; readonly what: string }) => Words;

/** What there can be too many of; `what` of the code `too_many`. */
export type TooMany = 'requests' | 'bytes' | 'questions';

const too_many: { readonly [T in TooMany]: string } = {
  requests: `More than ${limits.waiting} requests of this app are waiting.`,
  bytes: `The requests of this app that are waiting would carry more than ${byte_size(limits.held_bodies)} together.`,
  questions: `More than ${limits.questions} hosts are waiting for the reader to allow them or not.`,
};

const permissions = 'The reader can change that under Permissions in the menu.';

const words: { readonly [C in NetErrorCode]: Say } = {
  malformed: ({ what }) => ({
    message: `This is no request that a browser can make: ${what}.`,
    hint: 'Check the address, the method and the headers.',
  }),
  scheme: ({ what }) => ({
    message: `An app in a browser tab cannot use addresses that start with ${what}.`,
    hint: 'Use https://, or http:// with localhost or 127.0.0.1.',
  }),
  own_origin: ({ place }) => ({
    message: `${place} is where this page itself comes from, and no app may talk to it.`,
    hint: 'Put the data into the app’s folder, or on another host.',
  }),
  user_info: ({ place }) => ({
    message: `The address of ${place} holds a user name or a password, which browsers refuse.`,
    hint: 'Send them in an Authorization header.',
  }),
  method: ({ what }) => ({
    message: `Browsers do not send requests with the method ${what}.`,
    hint: 'Use GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS.',
  }),
  body_too_large: () => ({
    message: `A request may carry ${byte_size(limits.request_body)} and no more.`,
    hint: 'Send it in parts.',
  }),
  answer_too_large: ({ place }) => ({
    message: `The answer of ${place} is larger than ${byte_size(limits.answer_body)}.`,
    hint: 'Ask for a part of it.',
  }),
  too_many: ({ what }) => ({
    message: too_many[what as TooMany] ?? too_many.requests,
    hint: 'Wait for answers before asking for more.',
  }),
  timeout: ({ place }) => ({
    message: `${place} did not answer in time.`,
    hint: 'Try again, or give it more time with timeout=….',
  }),
  cancelled: () => ({
    message: 'The request was given up.',
    hint: 'The app was stopped or started again.',
  }),
  not_allowed: ({ place, what }) => ({
    message: what
      ? `The reader has not allowed this app to send the secret ${what} to ${place}.`
      : `The reader has not allowed this app to talk to ${place}.`,
    hint: permissions,
  }),
  redirected: ({ place, what }) => ({
    message: `${what} sent the request on to ${place}, which the reader has not allowed.`,
    hint: permissions,
  }),
  redirect_refused: ({ place }) => ({
    message: `${place} sent the request on, and the app asked for that to be an error.`,
    hint: 'Let redirects be followed, or ask for the final address.',
  }),
  redirect_with_secret: ({ place, what }) => ({
    message: `${place} sent the request on. It held the secret ${what}, which does not travel further.`,
    hint: 'Ask for the final address.',
  }),
  part_with_secret: ({ place }) => ({
    message: `${place} was asked for a part of an answer, and meanwhile a sealed secret was used.`,
    hint: 'Ask again: an app with a sealed secret gets answers as a whole.',
  }),
  secret_missing: ({ what }) => ({
    message: `There is no secret ${what} for this app.`,
    hint: 'The reader can enter it under Secrets in the menu.',
  }),
  secret_locked: ({ what }) => ({
    message: `The secret ${what} is in the vault, which is locked.`,
    hint: 'The reader can unlock it under Secrets in the menu; then run the app again.',
  }),
  secret_failed: ({ what }) => ({
    message: `The secret ${what} could not be read.`,
    hint: 'The reader sees why under Secrets in the menu.',
  }),
  secret_unknown: () => ({
    message: 'The request holds a placeholder of a sealed secret from an earlier visit.',
    hint: 'Read it from st.secrets again instead of keeping it.',
  }),
  secret_unfit: ({ what }) => ({
    message: `The secret ${what} cannot be put where its placeholder stands.`,
    hint: `A sealed secret has at least ${limits.shortest_secret} characters, in a header none but plain ones, and never stands in a host’s name.`,
  }),
  no_cors: ({ place }) => ({
    message: `${place} is there, but it does not let web pages read what it answers (CORS).`,
    hint: `Ask for an address of it that allows web pages, or put a proxy that adds Access-Control-Allow-Origin in front. Headers such as Authorization have to be allowed there as well.`,
  }),
  unreachable: ({ place }) => ({
    message: `${place} could not be reached.`,
    hint: 'Check the address. The host may be down, or something in between may block it.',
  }),
  offline: ({ place }) => ({
    message: `${place} could not be reached: this device is offline.`,
    hint: 'Try again when there is a connection.',
  }),
};

/** What goes wrong on the way, thrown inside the broker and handed to the app as data. */
export class NetError extends Error {
  override readonly name = 'NetError';
  readonly code: NetErrorCode;
  readonly hint: string;

  constructor(code: NetErrorCode, { place = 'The host', what = '' }: FaultContext = {}) {
    const { message, hint } = words[code]({ place, what });
    super(message);
    this.code = code;
    this.hint = hint;
  }

  to_fault(): NetFault {
    const { code, message, hint } = this;
    return { kind: 'failed', code, message, hint };
  }
}

/** What is not one of ours becomes `unreachable`, without its own words. */
export function fault_of(error: unknown, place: string): NetFault {
  return (error instanceof NetError ? error : new NetError('unreachable', { place })).to_fault();
}
