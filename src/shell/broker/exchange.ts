/** Sends one request with the browser's own `fetch`, and says why when there is no answer. */
import { NetError } from './errors.ts';
import type { Plan } from './policy.ts';
import type { Filled } from './put_secrets_in.ts';

export interface NetEffects {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly online: () => boolean;
}

export const browser_effects: NetEffects = {
  fetch: (url, init) => fetch(url, init),
  online: () => navigator.onLine,
};

/** Nothing of the reader's goes along, and nothing of the answer stays: an app's data is its own to keep. */
const alone = {
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;

/** Milliseconds that the second look after a failure may take. */
const SECOND_LOOK = 3_000;

export interface Exchange {
  readonly plan: Plan;
  readonly filled: Filled;
  /** Names of the secrets that were put in. */
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * The answer's head; its body is yet to come. A request that holds a secret is never sent on: the browser does not say
 * where to.
 *
 * Throws a `NetError`: `redirect_with_secret`, `redirect_refused`, `no_cors`, `unreachable`, `offline`, or the reason
 * of `signal`.
 */
export async function exchange(
  effects: NetEffects,
  { plan, filled, secrets, signal }: Exchange,
): Promise<Response> {
  const { place, redirect, method } = plan;
  const stays = secrets.length > 0 || redirect === 'error';
  const { url, headers, body } = filled;
  const response = await effects
    .fetch(url, {
      ...alone,
      method,
      headers: headers.map(({ name, value }): [string, string] => [name, value]),
      ...(body ? { body } : {}),
      mode: 'cors',
      redirect: stays ? 'manual' : 'follow',
      signal,
    })
    .catch(async () => {
      throw signal.aborted ? signal.reason : await reason_for(effects, plan);
    });
  if (response.type !== 'opaqueredirect') return response;
  const [secret] = secrets;
  if (secret === undefined) throw new NetError('redirect_refused', { place });
  throw new NetError('redirect_with_secret', { place, what: secret });
}

/**
 * A browser does not tell a page why a request failed. So the host is asked once more, in the way in which pages may
 * ask any host: for nothing but whether there is one, at its front door and with nothing of the app's.
 */
async function reason_for(effects: NetEffects, { url, place }: Plan): Promise<NetError> {
  if (!effects.online()) return new NetError('offline', { place });
  const signal = AbortSignal.timeout(SECOND_LOOK);
  const is_there = await effects
    .fetch(`${url.origin}/`, { ...alone, method: 'HEAD', mode: 'no-cors', signal })
    .then(
      () => true,
      () => false,
    );
  return new NetError(is_there ? 'no_cors' : 'unreachable', { place });
}
