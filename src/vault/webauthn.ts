import { type Bytes, base64url } from './bytes.ts';
import { VaultError, type VaultErrorCode } from './errors.ts';
import { PRF } from './header.ts';
import type { PasskeyAnswer, PasskeyPort } from './passkey.ts';

/** ES256, EdDSA, RS256 by their COSE numbers. We never verify a signature; authenticators want to be asked. */
const ALGORITHMS = [-7, -8, -257];

/**
 * Passkeys by WebAuthn with user verification. There is no server to prove anything to, so challenges are random and
 * answers unverified: what counts is the PRF's output, and a wrong one opens nothing.
 *
 * @param credentials `navigator.credentials`; `undefined` where the page has none, as on an insecure origin.
 */
export function webauthnPasskeys(
  credentials: CredentialsContainer | undefined = globalThis.navigator?.credentials,
): PasskeyPort {
  const port: PasskeyPort = {
    async create({ user, label, known, salt }) {
      const publicKey: PublicKeyCredentialCreationOptions = {
        rp: { name: 'Tablit' },
        user: { id: user, name: label, displayName: label },
        challenge: challenge(),
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        excludeCredentials: known.map((id) => ({ type: 'public-key', id })),
        extensions: { prf: { eval: { first: salt } } },
      };
      const made = await ask(() => credentials?.create({ publicKey }));
      const { prf } = made.getClientExtensionResults();
      const credential = new Uint8Array(made.rawId);
      if (prf?.results) return answer(credential, prf.results);
      // Most authenticators evaluate only when asked to sign, and say at creation merely that they can.
      if (prf?.enabled) return port.evaluate([{ credential, salt }]);
      throw new VaultError('passkey_unavailable', 'this authenticator has no PRF');
    },

    async evaluate(evaluations) {
      const publicKey: PublicKeyCredentialRequestOptions = {
        challenge: challenge(),
        userVerification: 'required',
        allowCredentials: evaluations.map(({ credential }) => ({ type: 'public-key', id: credential })),
        extensions: {
          prf: {
            evalByCredential: Object.fromEntries(
              evaluations.map(({ credential, salt }) => [base64url(credential), { first: salt }]),
            ),
          },
        },
      };
      const used = await ask(() => credentials?.get({ publicKey }));
      const results = used.getClientExtensionResults().prf?.results;
      if (!results) throw new VaultError('passkey_unavailable', 'this authenticator has no PRF');
      return answer(new Uint8Array(used.rawId), results);
    },
  };
  return port;
}

function challenge(): Bytes {
  return crypto.getRandomValues(new Uint8Array(32));
}

function answer(credential: Bytes, { first }: AuthenticationExtensionsPRFValues): PasskeyAnswer {
  const output = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer as ArrayBuffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first);
  if (output.length !== PRF) throw new VaultError('passkey_unavailable', 'its PRF gave another length');
  return { credential, output };
}

async function ask(call: () => Promise<Credential | null> | undefined): Promise<PublicKeyCredential> {
  let given: Credential | null | undefined;
  try {
    given = await call();
  } catch (cause) {
    throw new VaultError(codeOf(cause), undefined, cause);
  }
  if (!given) throw new VaultError('passkey_unavailable');
  return given as PublicKeyCredential;
}

function codeOf(cause: unknown): VaultErrorCode {
  switch (cause instanceof Error ? cause.name : '') {
    // Also what browsers say of a prompt that timed out, and of an authenticator without a usable credential.
    case 'NotAllowedError':
    case 'AbortError':
      return 'passkey_cancelled';
    case 'InvalidStateError':
      return 'passkey_known';
    default:
      return 'passkey_unavailable';
  }
}
