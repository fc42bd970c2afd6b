/** The whole exchange with a provider that is honest, and with one that lies in each way there is. */
import { describe, expect, it } from 'vitest';
import { type Identity, MOST_WAIT, read_answer } from './answer.ts';
import { discover } from './discovery.ts';
import type { Fetch } from './effects.ts';
import { SignInError } from './errors.ts';
import type { Flow, Provider } from './provider.ts';
import { make_question } from './request.ts';
import { honest_claims, type Lie, liar_access_token, lies, make_liar } from './testing/liar.ts';

const issuer = 'https://id.example';

const provider = (flow: Flow = 'code'): Provider => ({
  name: undefined,
  client_id: 'tablit-test',
  issuer,
  redirect_uri: undefined,
  flow,
  parameters: { scope: 'openid profile email' },
  expose: ['access'],
});

interface Options {
  readonly lie?: Lie;
  readonly flow?: Flow;
  /** Changes the text of the answer. */
  readonly change?: (answer: URLSearchParams) => void;
  readonly waited?: number;
}

async function sign_in({ lie, flow = 'code', change, waited = 1 }: Options = {}): Promise<Identity> {
  const liar = await make_liar(issuer, 'tablit-test');
  liar.lie = lie;
  const asked = (method: string, url: string, body: string) =>
    liar.answer({ method, url: new URL(url), body });
  const fetch: Fetch = async (url, { method = 'GET', body }) => {
    const { status, headers, body: text } = await asked(method, url, String(body ?? ''));
    return new Response(text, { status, headers });
  };
  const now = Date.now();
  const server = await discover(provider(flow), fetch);
  const { url, pending } = await make_question(
    provider(flow),
    server,
    'https://apps.example/oauth2callback.html',
    now,
  );
  const { headers } = await asked('GET', url.href, '');
  const back = new URL(headers['location'] ?? '');
  const answer = new URLSearchParams((back.search || back.hash).slice(1));
  change?.(answer);
  return read_answer(pending, answer.toString(), server, { fetch, now: () => now + waited });
}

async function code_of(signing: Promise<unknown>): Promise<string> {
  const error = await signing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof SignInError ? error.code : String(error);
}

describe('an honest provider', () => {
  it('is believed: claims, and the tokens that the app may use', async () => {
    const { claims, tokens, client_id } = await sign_in();
    expect(claims).toMatchObject(honest_claims);
    expect(tokens).toEqual({ access: liar_access_token });
    expect(client_id).toBe('tablit-test');
  });

  it('is believed by its ID token alone', async () => {
    const { claims, tokens } = await sign_in({ flow: 'id_token' });
    expect(claims).toMatchObject(honest_claims);
    expect(tokens).toEqual({});
  });
});

describe('promise: Sign-in needs no server: a provider that lies signs nobody in', () => {
  it.each(Object.entries(lies) as [Lie, string][])('%s', async (lie, said) => {
    const error = await sign_in({ lie }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(SignInError);
    expect((error as SignInError).message).toContain(said);
  });

  const of_tokens = (Object.keys(lies) as Lie[]).filter((lie) =>
    /not|made|claim|answers|expired|key/.test(lies[lie]),
  );
  const in_fragment = of_tokens.filter(
    (lie) => !/endpoint|discovery|no token|secret|state|user info/.test(lie),
  );
  it.each(in_fragment)('in the ID-token flow: %s', async (lie) => {
    expect(await code_of(sign_in({ lie, flow: 'id_token' }))).toBe('bad_token');
  });
});

describe('an answer that is none to the question', () => {
  it.each([
    ['another state', (answer: URLSearchParams) => answer.set('state', 'x'), 'wrong_answer'],
    ['no state', (answer: URLSearchParams) => answer.delete('state'), 'wrong_answer'],
    ['two states', (answer: URLSearchParams) => answer.append('state', 'x'), 'wrong_answer'],
    [
      'another issuer',
      (answer: URLSearchParams) => answer.set('iss', 'https://evil.example'),
      'wrong_issuer',
    ],
    ['no code', (answer: URLSearchParams) => answer.delete('code'), 'wrong_answer'],
    ['an ID token beside the code', (answer: URLSearchParams) => answer.set('id_token', 'x'), 'wrong_answer'],
    ['a refusal', (answer: URLSearchParams) => answer.set('error', 'access_denied'), 'refused'],
  ] as const)('%s', async (_name, change, code) => {
    expect(await code_of(sign_in({ change }))).toBe(code);
  });

  it('comes too late', async () => {
    expect(await code_of(sign_in({ waited: MOST_WAIT + 1 }))).toBe('stale');
  });

  it('has words of its own, and none of the provider’s', async () => {
    const change = (answer: URLSearchParams) => answer.set('error', '<img src=x>');
    const error = (await sign_in({ change }).catch((reason: unknown) => reason)) as SignInError;
    expect(error.message).toBe('The provider did not sign you in');
  });
});
