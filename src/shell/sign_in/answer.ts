/** From the provider's answer to who it is: the code is exchanged, the token checked, nothing believed before. */
import type { JSONWebKeySet } from 'jose';
import * as oauth from 'oauth4webapi';
import { expected_issuer, type Server } from './discovery.ts';
import { type Fetch, http_options } from './effects.ts';
import { SignInError } from './errors.ts';
import { verify_id_token } from './id_token.ts';
import type { TokenName } from './provider.ts';
import type { Pending } from './request.ts';

/** Somebody whom a provider vouched for. */
export interface Identity {
  readonly provider: string | undefined;
  readonly issuer: string;
  readonly client_id: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Those that the app may use. */
  readonly tokens: Readonly<Partial<Record<TokenName, string>>>;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Milliseconds that a reader has at the provider. */
export const MOST_WAIT = 30 * 60_000;

/** Errors of the protocol that a reader can do something about, named as they are. */
const spoken = /^[a-z_]{1,40}$/;

/** Throws a `SignInError`. */
export async function read_answer(
  pending: Pending,
  text: string,
  server: Server,
  { fetch, now }: { readonly fetch: Fetch; readonly now: () => number },
): Promise<Identity> {
  if (now() - pending.asked > MOST_WAIT) throw new SignInError('stale');
  const answer = new URLSearchParams(text);
  if (answer.get('state') !== pending.state || answer.getAll('state').length !== 1)
    throw new SignInError('wrong_answer');
  const { issuer } = server.metadata;
  if (answer.has('iss') && answer.get('iss') !== issuer)
    throw new SignInError('wrong_issuer', new URL(issuer).host);
  const error = answer.get('error');
  if (error !== null) throw new SignInError('refused', spoken.test(error) ? error : '');
  const { id_token, access_token } =
    pending.verifier === undefined
      ? { id_token: answer.get('id_token') ?? '', access_token: undefined }
      : await exchange(pending, answer, server, fetch);
  const { client_id, name, expose } = pending.provider;
  const expected = { issuer: expected_issuer(server.metadata, id_token), client_id, nonce: pending.nonce };
  const claims = await verify_id_token(id_token, await keys_of(server, fetch), expected);
  const told =
    access_token === undefined
      ? {}
      : await user_info(pending, server, access_token, claims.sub, fetch, claims);
  const tokens = { id: id_token, ...(access_token === undefined ? {} : { access: access_token }) };
  return {
    provider: name,
    issuer: pending.provider.issuer,
    client_id,
    claims: { ...told, ...claims },
    tokens: Object.fromEntries(Object.entries(tokens).filter(([key]) => expose.includes(key as TokenName))),
    since: now(),
  };
}

interface Tokens {
  readonly id_token: string;
  readonly access_token: string;
}

async function exchange(
  pending: Pending,
  answer: URLSearchParams,
  server: Server,
  fetch: Fetch,
): Promise<Tokens> {
  const { provider, nonce, redirect_uri, verifier = '' } = pending;
  const client = { client_id: provider.client_id };
  const { token } = server;
  if (!token || !answer.has('code') || answer.has('id_token')) throw new SignInError('wrong_answer');
  let as = server.metadata;
  const checked = check(as, client, answer, pending.state);
  const response = await oauth
    .authorizationCodeGrantRequest(
      as,
      client,
      oauth.None(),
      checked,
      redirect_uri,
      verifier,
      http_options(token, fetch),
    )
    .catch((error: unknown) => {
      throw new SignInError('unreachable', token.host, { cause: error });
    });
  const raw = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { id_token?: unknown; error?: unknown };
  if (raw.error === 'invalid_client' || raw.error === 'unauthorized_client')
    throw new SignInError('needs_secret');
  if (typeof raw.id_token !== 'string') throw new SignInError('no_tokens');
  as = { ...as, issuer: expected_issuer(as, raw.id_token) };
  try {
    const { id_token = '', access_token } = await oauth.processAuthorizationCodeResponse(
      as,
      client,
      response,
      {
        expectedNonce: nonce,
        requireIdToken: true,
      },
    );
    return { id_token, access_token };
  } catch (error) {
    // The library's own checks come first; the token is looked at again so that the words say which one failed.
    await verify_id_token(raw.id_token, await keys_of(server, fetch), {
      issuer: as.issuer,
      client_id: client.client_id,
      nonce,
    });
    throw new SignInError('no_tokens', '', { cause: error });
  }
}

function check(as: oauth.AuthorizationServer, client: oauth.Client, answer: URLSearchParams, state: string) {
  try {
    return oauth.validateAuthResponse(as, client, answer, state);
  } catch (error) {
    throw new SignInError('wrong_answer', '', { cause: error });
  }
}

/** Asked for each sign-in: a key that was taken out of the list signs nobody in any more. */
async function keys_of({ keys }: Server, fetch: Fetch): Promise<JSONWebKeySet> {
  try {
    const response = await fetch(keys.href, { headers: { accept: 'application/json' } });
    const found = (await response.json()) as JSONWebKeySet;
    if (!response.ok || !Array.isArray(found.keys)) throw new Error('No list of keys.');
    return found;
  } catch (error) {
    throw new SignInError('unreachable', keys.host, { cause: error });
  }
}

/**
 * Some providers keep name and address out of the ID token and tell them when asked. One that does not answer pages is no
 * reason to sign nobody in; one that tells of somebody else is.
 */
async function user_info(
  { provider }: Pending,
  { metadata, user_info: url }: Server,
  access_token: string,
  subject: string | undefined,
  fetch: Fetch,
  known: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  if (!url || subject === undefined || ('name' in known && 'email' in known)) return {};
  const client = { client_id: provider.client_id };
  const response = await oauth
    .userInfoRequest(metadata, client, access_token, http_options(url, fetch))
    .catch(() => undefined);
  if (!response?.ok) return {};
  try {
    return await oauth.processUserInfoResponse(metadata, client, subject, response);
  } catch (error) {
    throw new SignInError('other_user', '', { cause: error });
  }
}
