/** The first gate: whether a request may be made at all, by anybody. Pure; who allowed what comes after. */
import type { NetRequest } from '../../wire/net.ts';
import { type Address, read_address } from './address.ts';
import { NetError } from './errors.ts';
import { type CleanHeaders, clean_headers } from './headers.ts';
import { limits } from './limits.ts';

export interface Plan extends Address, CleanHeaders {
  readonly method: string;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
  readonly redirect: NetRequest['redirect'];
  /** Milliseconds. */
  readonly timeout: number;
}

/** Browsers forbid these; they could show what a host is told by others. */
const forbidden_methods = new Set(['CONNECT', 'TRACE', 'TRACK']);
const bodiless_methods = new Set(['GET', 'HEAD']);

/**
 * What to send for `request`, which has the right shape. `own` is the address of the page.
 *
 * Throws a `NetError` that says why nothing is sent.
 */
export function plan_request(request: NetRequest, own: URL): Plan {
  const method = request.method.toUpperCase();
  if (!/^[A-Z][A-Z-]{0,19}$/.test(method)) throw new NetError('malformed', { what: 'its method is no word' });
  if (forbidden_methods.has(method)) throw new NetError('method', { what: method });
  const address = read_address(request.url, own);
  const size = request.body?.byteLength ?? 0;
  if (size > limits.request_body) throw new NetError('body_too_large');
  if (size > 0 && bodiless_methods.has(method)) {
    throw new NetError('malformed', { what: `browsers send no body with ${method}` });
  }
  const wanted = request.timeout === undefined || request.timeout <= 0 ? limits.patience : request.timeout;
  return {
    ...address,
    ...clean_headers(request.headers),
    method,
    body: request.body && size > 0 ? new Uint8Array(request.body) : undefined,
    redirect: request.redirect,
    timeout: Math.min(wanted, limits.patience),
  };
}
