import { describe, expect, it } from 'vitest';
import type { SecretAnswer } from '../broker/sealed.ts';
import { callback_address } from './callback_address.ts';
import { expected_issuer } from './discovery.ts';
import { SignInError } from './errors.ts';
import { read_provider } from './provider.ts';

const google = 'https://accounts.google.com/.well-known/openid-configuration';

/** The `[auth]` tables of the source documents, by the names of their secrets. */
const seed: Readonly<Record<string, string>> = {
  'auth.redirect_uri': 'http://localhost:8501/oauth2callback',
  'auth.cookie_secret': 'xxx',
  'auth.google.client_id': 'g',
  'auth.google.client_secret': 'xxx',
  'auth.google.server_metadata_url': google,
  'auth.microsoft.client_id': 'm',
  'auth.microsoft.server_metadata_url':
    'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
};

const reader =
  (secrets: Readonly<Record<string, string>>) =>
  async (name: string): Promise<SecretAnswer> => {
    const value = secrets[name];
    return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
  };

async function code_of(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => (error instanceof SignInError ? error.code : error));
}

describe('a provider of the secrets', () => {
  it('is read by name, with the redirect of the table around it', async () => {
    const microsoft = await read_provider(reader(seed), 'microsoft');
    expect(microsoft).toEqual({
      name: 'microsoft',
      client_id: 'm',
      issuer: 'https://login.microsoftonline.com/common/v2.0',
      redirect_uri: 'http://localhost:8501/oauth2callback',
      flow: 'code',
      parameters: { scope: 'openid profile email' },
      expose: [],
    });
  });

  it('that demands a client secret is asked for its ID token', async () => {
    expect((await read_provider(reader(seed), 'google')).flow).toBe('id_token');
    const wished = { ...seed, 'auth.google.client_kwargs.response_type': 'code' };
    expect((await read_provider(reader(wished), 'google')).flow).toBe('code');
  });

  it('has parameters of the request, and openid is always asked for', async () => {
    const more = {
      ...seed,
      'auth.microsoft.client_kwargs.scope': 'email',
      'auth.microsoft.client_kwargs.prompt': 'login',
      'auth.microsoft.client_kwargs.state': 'mine',
      'auth.expose_tokens[0]': 'access',
    };
    const { parameters, expose } = await read_provider(reader(more), 'microsoft');
    expect(parameters).toEqual({ scope: 'email openid', prompt: 'login' });
    expect(expose).toEqual(['access']);
  });

  it.each([
    ['nothing', {}, 'not_configured'],
    ['no address', { 'auth.client_id': 'c' }, 'not_configured'],
    [
      'an address that is none',
      { 'auth.client_id': 'c', 'auth.server_metadata_url': 'x' },
      'bad_metadata_url',
    ],
    [
      'an address without TLS',
      { 'auth.client_id': 'c', 'auth.server_metadata_url': google.replace('https', 'http') },
      'insecure',
    ],
  ])('is refused with %s', async (_name, secrets, code) => {
    expect(await code_of(read_provider(reader(secrets), undefined))).toBe(code);
  });

  it('waits behind a locked vault', async () => {
    expect(await code_of(read_provider(async () => ({ kind: 'locked' }), undefined))).toBe('locked');
  });
});

describe('Microsoft’s pattern of an issuer', () => {
  const issuer = 'https://login.microsoftonline.com/{tenantid}/v2.0';
  const token = (tid: unknown) => `h.${btoa(JSON.stringify({ tid }))}.s`;

  it('is that of the tenant in the token', () => {
    const tid = '9188040d-6c67-4c5b-b112-36a304b66dad';
    expect(expected_issuer({ issuer }, token(tid))).toBe(`https://login.microsoftonline.com/${tid}/v2.0`);
  });

  it.each(['../evil', 'x', 5, null])('stays what it is, and fits nothing, for the tenant %j', (tid) => {
    expect(expected_issuer({ issuer }, token(tid))).toBe(issuer);
  });

  it('is no matter of other providers', () => {
    expect(expected_issuer({ issuer: 'https://id.example' }, 'x')).toBe('https://id.example');
  });
});

it('a page from a file has no address to be sent back to', async () => {
  expect(await code_of(callback_address(undefined, 'file:///a/app.html'))).toBe('no_callback');
});
