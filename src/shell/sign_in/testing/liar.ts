/** A provider of one's own making, which is honest until it is told which lie to tell. Over HTTP or by hand. */
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
}

export interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is changed of an honest answer, by the name of the lie, and what the reader is told then. */
export const lies = {
  'a discovery document of another issuer': 'calls itself another name',
  'an authorization endpoint that is a script': 'not safe',
  'a token endpoint without TLS': 'not safe',
  'an issuer that is another': 'another provider made it',
  'an audience that is another': 'made for another app',
  'two audiences and no party': 'made for another app',
  'a party that is another': 'made for another app',
  'a nonce that is another': 'answers another question',
  'no nonce': 'a claim is missing',
  'no expiry': 'a claim is missing',
  'a signature with another key': 'its signature is not the provider’s',
  'claims changed after signing': 'its signature is not the provider’s',
  'no signature, alg none': 'not signed in a way that counts',
  'an HMAC with what everybody knows': 'not signed in a way that counts',
  'a token that has expired': 'it has expired',
  'a token of the future': 'made in the future',
  'a key swapped for one of another name': 'the provider has no such key',
  'no token at all': 'did not give an ID token',
  'a client that needs a secret': 'wants a client secret',
  'a state that is another': 'did not sign you in',
  'user info of somebody else': 'another user',
} as const;
export type Lie = keyof typeof lies;

export interface Liar {
  lie: Lie | undefined;
  /** Of the last question. */
  nonce: string;
  readonly paths: string[];
  answer(asked: Asked): Promise<Said>;
}

const pages = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

export const liar_access_token = 'access-token-of-the-liar';

export const honest_claims = { sub: 'u1', name: 'Ada Reader', email: 'ada@company.com' };

export async function make_liar(issuer: string, client_id: string): Promise<Liar> {
  const [good, other] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  const jwk = async ({ publicKey }: typeof good, kid: string) => ({
    ...(await exportJWK(publicKey)),
    kid,
    alg: 'ES256',
  });
  const json = (value: unknown, status = 200): Said => ({
    status,
    headers: { ...pages, 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  });
  const is = (lie: Lie) => liar.lie === lie;

  const id_token = (): Promise<string> | string => {
    const now = Math.floor(Date.now() / 1000);
    const claims: JWTPayload = {
      ...(is('user info of somebody else') ? { sub: honest_claims.sub } : honest_claims),
      iss: is('an issuer that is another') ? 'https://evil.example' : issuer,
      aud: is('an audience that is another')
        ? 'another-client'
        : is('two audiences and no party')
          ? [client_id, 'another-client']
          : client_id,
      nonce: is('a nonce that is another') ? 'of-somebody-else' : liar.nonce,
      iat: is('a token of the future') ? now + 3_600 : now - 1,
      exp: is('a token that has expired') ? now - 3_600 : now + 600,
      ...(is('a party that is another') ? { azp: 'another-client' } : {}),
    };
    if (is('no nonce')) delete claims['nonce'];
    if (is('no expiry')) delete claims.exp;
    if (is('no signature, alg none')) return new UnsecuredJWT(claims).encode();
    if (is('an HMAC with what everybody knows')) {
      const key = new TextEncoder().encode(client_id.padEnd(32, '0'));
      return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k' }).sign(key);
    }
    const { privateKey } = is('a signature with another key') ? other : good;
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'k' }).sign(privateKey);
  };

  const forged = async (): Promise<string> => {
    const token = await id_token();
    if (!is('claims changed after signing')) return token;
    const [header, payload = '', signature] = token.split('.');
    const claims = { ...(JSON.parse(from_base64url(payload)) as object), email: 'root@company.com' };
    return `${header}.${base64url(JSON.stringify(claims))}.${signature}`;
  };

  const answers: Readonly<Record<string, (asked: Asked) => Promise<Said> | Said>> = {
    '/.well-known/openid-configuration': () =>
      json({
        issuer: is('a discovery document of another issuer') ? 'https://evil.example' : issuer,
        authorization_endpoint: is('an authorization endpoint that is a script')
          ? 'javascript:alert(1)'
          : `${issuer}/authorize`,
        token_endpoint: is('a token endpoint without TLS') ? 'http://evil.example/token' : `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        userinfo_endpoint: `${issuer}/me`,
        id_token_signing_alg_values_supported: ['ES256'],
      }),
    async '/authorize'({ url }) {
      const { searchParams: asked } = url;
      liar.nonce = asked.get('nonce') ?? '';
      const back = new URL(asked.get('redirect_uri') ?? '');
      const said = new URLSearchParams({ state: asked.get('state') ?? '' });
      if (is('a state that is another')) said.set('error', 'access_denied');
      else if (asked.get('response_type') === 'code') said.set('code', 'the-code');
      else said.set('id_token', await forged());
      back[asked.get('response_mode') === 'fragment' ? 'hash' : 'search'] = said.toString();
      return { status: 302, headers: { location: back.href }, body: '' };
    },
    async '/token'() {
      if (is('a client that needs a secret')) return json({ error: 'invalid_client' }, 401);
      const tokens = { access_token: liar_access_token, token_type: 'Bearer', expires_in: 600 };
      return json(is('no token at all') ? tokens : { ...tokens, id_token: await forged() });
    },
    async '/keys'() {
      const swapped = is('a key swapped for one of another name');
      return json({ keys: [await jwk(swapped ? other : good, swapped ? 'k2' : 'k')] });
    },
    '/me': () => json({ ...honest_claims, sub: is('user info of somebody else') ? 'u2' : honest_claims.sub }),
  };

  const liar: Liar = {
    lie: undefined,
    nonce: '',
    paths: [],
    async answer(asked) {
      liar.paths.push(`${asked.method} ${asked.url.pathname}`);
      if (asked.method === 'OPTIONS') return { status: 204, headers: pages, body: '' };
      return (await answers[asked.url.pathname]?.(asked)) ?? { status: 404, headers: pages, body: '' };
    },
  };
  return liar;
}

function from_base64url(text: string): string {
  return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
}

function base64url(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
