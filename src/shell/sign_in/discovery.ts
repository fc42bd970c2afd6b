/** A provider's own description: where its pages and keys are. Everything in it is checked before it is used. */
import * as oauth from 'oauth4webapi';
import type { Fetch } from './effects.ts';
import { http_options } from './effects.ts';
import { SignInError } from './errors.ts';
import { type Provider, safe_address } from './provider.ts';

export interface Server {
  readonly metadata: oauth.AuthorizationServer;
  readonly authorization: URL;
  readonly keys: URL;
  /** Undefined where there is no code flow. */
  readonly token: URL | undefined;
  readonly user_info: URL | undefined;
}

/**
 * Microsoft's addresses for several tenants name no issuer but a pattern of one: the token says which tenant signed, and
 * the issuer then has to be that tenant's.
 */
const patterned = { host: 'login.microsoftonline.com', part: '{tenantid}' } as const;

/** Throws a `SignInError`: `unreachable`, `wrong_issuer`, `unfit`, `insecure`. */
export async function discover(provider: Pick<Provider, 'issuer' | 'flow'>, fetch: Fetch): Promise<Server> {
  const issuer = new URL(provider.issuer);
  const metadata = await described(issuer, fetch);
  const address = (name: string, value: unknown): URL | undefined => {
    if (value === undefined) return undefined;
    const url = typeof value === 'string' ? URL.parse(value) : null;
    if (!url) throw new SignInError('unfit', name);
    return safe_address(url);
  };
  const needed = (name: string, value: unknown): URL => {
    const url = address(name, value);
    if (!url) throw new SignInError('unfit', name);
    return url;
  };
  const { authorization_endpoint, jwks_uri, token_endpoint, userinfo_endpoint } = metadata;
  return {
    metadata,
    authorization: needed('authorization_endpoint', authorization_endpoint),
    keys: needed('jwks_uri', jwks_uri),
    token: (provider.flow === 'code' ? needed : address)('token_endpoint', token_endpoint),
    user_info: address('userinfo_endpoint', userinfo_endpoint),
  };
}

async function described(issuer: URL, fetch: Fetch): Promise<oauth.AuthorizationServer> {
  const response = await oauth
    .discoveryRequest(issuer, { algorithm: 'oidc', ...http_options(issuer, fetch) })
    .catch((error: unknown) => {
      throw new SignInError('unreachable', issuer.host, { cause: error });
    });
  if (issuer.host === patterned.host) {
    const metadata = (await response
      .clone()
      .json()
      .catch(() => undefined)) as oauth.AuthorizationServer | undefined;
    if (metadata?.issuer === `https://${patterned.host}/${patterned.part}/v2.0`) return metadata;
  }
  try {
    return await oauth.processDiscoveryResponse(issuer, response);
  } catch (error) {
    const is_other =
      error instanceof oauth.OperationProcessingError && error.code === oauth.JSON_ATTRIBUTE_COMPARISON;
    throw new SignInError(is_other ? 'wrong_issuer' : 'unreachable', issuer.host, { cause: error });
  }
}

/** The issuer that `token` has to have; `token` may be any text, nothing of it is trusted here. */
export function expected_issuer(
  { issuer }: Pick<oauth.AuthorizationServer, 'issuer'>,
  token: string,
): string {
  if (!issuer.includes(patterned.part)) return issuer;
  const [, payload = ''] = token.split('.');
  try {
    const { tid } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { tid?: unknown };
    const is_tenant = typeof tid === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(tid);
    return is_tenant ? issuer.replace(patterned.part, tid) : issuer;
  } catch {
    return issuer;
  }
}
