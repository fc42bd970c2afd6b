/** What the secrets say of a provider: the table `[auth]`, or `[auth.name]`. */
import { is_loopback } from '../broker/address.ts';
import type { SecretAnswer } from '../broker/sealed.ts';
import { SignInError } from './errors.ts';

/** `code`: with PKCE, and an access token. `id_token`: for providers that demand a client secret of web pages. */
export type Flow = 'code' | 'id_token';

export type TokenName = 'access' | 'id';

/** As JSON it survives a redirect. */
export interface Provider {
  /** Undefined for the one of `[auth]` itself. */
  readonly name: string | undefined;
  readonly client_id: string;
  /** Without `/.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly redirect_uri: string | undefined;
  readonly flow: Flow;
  /** Of the request besides those that the protocol sets: `scope`, `prompt` and the like. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Tokens that the app may use, sealed. */
  readonly expose: readonly TokenName[];
}

const discovery_path = /\/\.well-known\/openid-configuration$/;

/** Of `client_kwargs`: what a request may have. The protocol's own (state, nonce, redirect_uri) is not for a file to say. */
const request_parameters = [
  'scope',
  'prompt',
  'login_hint',
  'domain_hint',
  'hd',
  'audience',
  'acr_values',
  'ui_locales',
  'connection',
  'organization',
] as const;

/** Hosts whose code flow demands a client secret of web pages, and whose ID-token flow does not. */
const secret_demanded = new Set(['accounts.google.com']);

export type ReadSecret = (name: string) => Promise<SecretAnswer>;

/** Throws a `SignInError`: `not_configured`, `bad_metadata_url`, `insecure`, `locked`, `failed`. */
export async function read_provider(read: ReadSecret, name: string | undefined): Promise<Provider> {
  const table = name === undefined ? 'auth' : `auth.${key_text(name)}`;
  const text = (key: string) => optional(read, `${table}.${key}`);
  const needed = async (key: string): Promise<string> => {
    const value = await text(key);
    if (value === undefined || value === '') throw new SignInError('not_configured', `${key} in [${table}]`);
    return value;
  };
  const client_id = await needed('client_id');
  const metadata = URL.parse(await needed('server_metadata_url'));
  if (!metadata || !discovery_path.test(metadata.pathname) || metadata.search !== '')
    throw new SignInError('bad_metadata_url');
  safe_address(metadata);
  const wished = await text('client_kwargs.response_type');
  const flow = wished === 'id_token' || (wished === undefined && secret_demanded.has(metadata.host));
  return {
    name,
    client_id,
    issuer: metadata.href.replace(discovery_path, ''),
    redirect_uri: (await text('redirect_uri')) ?? (await optional(read, 'auth.redirect_uri')),
    flow: flow ? 'id_token' : 'code',
    parameters: await parameters_of(text),
    expose: await exposed(read),
  };
}

/** Throws a `SignInError` `insecure` for one that is neither https nor on this computer. */
export function safe_address(url: URL): URL {
  const is_near = url.protocol === 'http:' && is_loopback(url);
  if ((url.protocol !== 'https:' && !is_near) || url.username !== '' || url.password !== '')
    throw new SignInError('insecure', `${url.protocol}//${url.host}`);
  return url;
}

async function parameters_of(
  text: (key: string) => Promise<string | undefined>,
): Promise<Readonly<Record<string, string>>> {
  const found = await Promise.all(
    request_parameters.map(async (key) => [key, await text(`client_kwargs.${key}`)] as const),
  );
  const given = Object.fromEntries(
    found.filter((pair): pair is [(typeof pair)[0], string] => pair[1] !== undefined),
  );
  const scopes = new Set((given['scope'] ?? 'openid profile email').split(/\s+/));
  return { ...given, scope: [...scopes.add('openid')].join(' ') };
}

async function exposed(read: ReadSecret): Promise<readonly TokenName[]> {
  const names = ['expose_tokens', 'expose_tokens[0]', 'expose_tokens[1]'];
  const found = await Promise.all(names.map((name) => optional(read, `auth.${name}`)));
  return (['access', 'id'] as const).filter((name) => found.includes(name));
}

/** A locked vault is not the same as nothing there. */
async function optional(read: ReadSecret, name: string): Promise<string | undefined> {
  const answer = await read(name);
  if (answer.kind === 'locked') throw new SignInError('locked');
  if (answer.kind === 'failed') throw new SignInError('failed', answer.message);
  return answer.kind === 'value' ? answer.value : undefined;
}

/** As `secrets/names.ts` spells a key. */
function key_text(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key);
}
