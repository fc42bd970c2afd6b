/** The question to the provider: an address to open, and what has to be known to judge the answer. */
import * as oauth from 'oauth4webapi';
import type { Server } from './discovery.ts';
import type { Provider } from './provider.ts';

/** As JSON it survives a redirect of the page. */
export interface Pending {
  readonly provider: Provider;
  readonly redirect_uri: string;
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE; the code flow alone has it. */
  readonly verifier?: string;
  /** Milliseconds since 1970. */
  readonly asked: number;
}

export interface Question {
  readonly url: URL;
  readonly pending: Pending;
}

export async function make_question(
  provider: Provider,
  { authorization }: Pick<Server, 'authorization'>,
  redirect_uri: string,
  now: number,
): Promise<Question> {
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  const verifier = provider.flow === 'code' ? oauth.generateRandomCodeVerifier() : undefined;
  const url = new URL(authorization);
  const parameters: Readonly<Record<string, string>> = {
    ...provider.parameters,
    client_id: provider.client_id,
    redirect_uri,
    state,
    nonce,
    ...(verifier === undefined
      ? { response_type: 'id_token', response_mode: 'fragment' }
      : {
          response_type: 'code',
          code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const pending = { provider, redirect_uri, state, nonce, asked: now };
  return { url, pending: verifier === undefined ? pending : { ...pending, verifier } };
}
