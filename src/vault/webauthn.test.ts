import { expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { vaultErrorOf } from './testing/fixtures.ts';
import { webauthnPasskeys } from './webauthn.ts';

const salt = new Uint8Array(32).fill(3);
const output = new Uint8Array(32).fill(7);
const id = Uint8Array.of(1, 2, 255);

interface Asked {
  readonly create: CredentialCreationOptions[];
  readonly get: CredentialRequestOptions[];
}

/** `navigator.credentials` that answers with these PRF results, or throws them. */
function container(atCreate: unknown, atGet: unknown): { credentials: CredentialsContainer; asked: Asked } {
  const asked: Asked = { create: [], get: [] };
  const credential = (prf: unknown) => {
    if (prf instanceof Error) throw prf;
    return prf === null ? null : { rawId: id.buffer, getClientExtensionResults: () => ({ prf }) };
  };
  const credentials = {
    async create(options: CredentialCreationOptions) {
      asked.create.push(options);
      return credential(atCreate);
    },
    async get(options: CredentialRequestOptions) {
      asked.get.push(options);
      return credential(atGet);
    },
  };
  return { credentials: credentials as unknown as CredentialsContainer, asked };
}

const request = { user: new Uint8Array(16), label: 'Laptop', known: [Uint8Array.of(9)], salt };
const results = { results: { first: output.buffer } };

test('a passkey is made with user verification and its PRF evaluated at once where that works', async () => {
  const { credentials, asked } = container(results, undefined);
  expect(await webauthnPasskeys(credentials).create(request)).toEqual({ credential: id, output });
  expect(asked.get).toEqual([]);
  expect(asked.create[0]?.publicKey).toMatchObject({
    user: { id: request.user, name: 'Laptop' },
    authenticatorSelection: { userVerification: 'required' },
    excludeCredentials: [{ type: 'public-key', id: Uint8Array.of(9) }],
    extensions: { prf: { eval: { first: salt } } },
  });
});

test('an authenticator that evaluates only when asked to sign is asked', async () => {
  const { credentials, asked } = container({ enabled: true }, results);
  expect(await webauthnPasskeys(credentials).create(request)).toEqual({ credential: id, output });
  expect(asked.get[0]?.publicKey).toMatchObject({
    userVerification: 'required',
    allowCredentials: [{ type: 'public-key', id }],
    extensions: { prf: { evalByCredential: { AQL_: { first: salt } } } },
  });
});

const named = (name: string) => Object.assign(new Error(name), { name });

test.each([
  ['no PRF', {}, 'passkey_unavailable'],
  ['no PRF results', undefined, 'passkey_unavailable'],
  ['no credential', null, 'passkey_unavailable'],
  ['a short output', { results: { first: utf8('short').buffer } }, 'passkey_unavailable'],
  ['a closed prompt', named('NotAllowedError'), 'passkey_cancelled'],
  ['an aborted prompt', named('AbortError'), 'passkey_cancelled'],
  ['one that is known', named('InvalidStateError'), 'passkey_known'],
  ['a page that may not', named('SecurityError'), 'passkey_unavailable'],
])('%s: %j is %s', async (_, answer, code) => {
  const { credentials } = container(answer, answer);
  const passkeys = webauthnPasskeys(credentials);
  expect((await vaultErrorOf(() => passkeys.create(request))).code).toBe(code);
  expect((await vaultErrorOf(() => passkeys.evaluate([{ credential: id, salt }]))).code).toBe(code);
});

test('a browser without WebAuthn has no passkeys', async () => {
  expect((await vaultErrorOf(() => webauthnPasskeys(undefined).evaluate([]))).code).toBe(
    'passkey_unavailable',
  );
});
