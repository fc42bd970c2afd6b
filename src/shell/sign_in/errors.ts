/**
 * Why a sign-in did not come about, as a closed set. Words for the reader are made here and from these alone: nothing that
 * a provider said is shown, but for names that were compared.
 *
 * SignInError
 * ├── the secrets      not_configured, bad_metadata_url, locked, failed
 * ├── this page        no_callback
 * ├── the provider     insecure, unreachable, wrong_issuer, unfit, needs_secret, no_tokens
 * ├── the answer       refused, wrong_answer, stale
 * └── the ID token     bad_token, other_user
 */
export const sign_in_codes = [
  'not_configured',
  'bad_metadata_url',
  'locked',
  'failed',
  'no_callback',
  'insecure',
  'unreachable',
  'wrong_issuer',
  'unfit',
  'needs_secret',
  'no_tokens',
  'refused',
  'wrong_answer',
  'stale',
  'bad_token',
  'other_user',
] as const;
export type SignInCode = (typeof sign_in_codes)[number];

interface Words {
  readonly message: string;
  readonly hint: string;
}

const not_trusted = 'Nobody was signed in. Tell the author of the app, or who runs the provider.';

const words: { readonly [C in SignInCode]: (what: string) => Words } = {
  not_configured: (what) => ({
    message: `The secrets of this app do not say enough for a sign-in: ${what} is missing`,
    hint: 'Enter it under Secrets in the menu.',
  }),
  bad_metadata_url: () => ({
    message: 'server_metadata_url is not the address of a discovery document',
    hint: 'It ends with /.well-known/openid-configuration.',
  }),
  locked: () => ({
    message: 'What the sign-in needs is in the vault, and the vault is locked',
    hint: 'Unlock it under Secrets in the menu, and sign in again.',
  }),
  failed: (what) => ({
    message: 'What the sign-in needs could not be read, and nobody was signed in',
    hint: what,
  }),
  no_callback: (what) => ({
    message: 'A provider cannot send you back to this page',
    hint: `Sign-in needs a site with ${what}. A page in one file, or one from file://, has none.`,
  }),
  insecure: (what) => ({
    message: `The provider has an address that is not safe: ${what}`,
    hint: 'Addresses of a provider start with https://, or http:// with localhost or 127.0.0.1.',
  }),
  unreachable: (what) => ({
    message: `${what} did not answer as a provider does`,
    hint: 'It may be down, or not let web pages ask it (CORS): register this page as a single-page app there.',
  }),
  wrong_issuer: (what) => ({
    message: `The provider calls itself another name than the one it was asked by: ${what}`,
    hint: not_trusted,
  }),
  unfit: (what) => ({
    message: `The provider does not say where its ${what} is`,
    hint: 'Check server_metadata_url.',
  }),
  needs_secret: () => ({
    message: 'The provider wants a client secret, which no web page can keep',
    hint: 'Register a public client (single-page app) there, or use its ID-token flow: client_kwargs = { response_type = "id_token" } in [auth].',
  }),
  no_tokens: () => ({
    message: 'The provider did not give an ID token for its code',
    hint: 'Check client_id, and that this page’s callback address is registered there.',
  }),
  refused: (what) => ({
    message: `The provider did not sign you in${what === '' ? '' : ` (${what})`}`,
    hint: 'Try again, and agree to what it asks.',
  }),
  wrong_answer: () => ({
    message: 'The answer is not one to what this page asked',
    hint: 'Nobody was signed in. Start again from the app.',
  }),
  stale: () => ({
    message: 'The answer came too late',
    hint: 'Sign in again.',
  }),
  bad_token: (what) => ({
    message: `The ID token is not valid: ${what}`,
    hint: not_trusted,
  }),
  other_user: () => ({
    message: 'The provider told about another user than the one that signed in',
    hint: not_trusted,
  }),
};

export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly code: SignInCode;
  readonly hint: string;

  constructor(code: SignInCode, what = '', options?: ErrorOptions) {
    const { message, hint } = words[code](what);
    super(message, options);
    this.code = code;
    this.hint = hint;
  }
}
