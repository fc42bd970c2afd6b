/** Whether an ID token is one: signed with a key of the provider, for this app, for this question, and still valid. */
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import { SignInError } from './errors.ts';

export interface ExpectedToken {
  readonly issuer: string;
  readonly client_id: string;
  readonly nonce: string;
}

/** With the provider's private key. None that a page could make itself (`none`, HMAC with what everybody knows). */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** Seconds that the clocks may differ. */
const TOLERANCE = 60;

/** Names of what may be wrong, by the error's code; what a token holds is not repeated. */
const faults: Readonly<Record<string, string>> = {
  [errors.JWTExpired.code]: 'it has expired',
  [errors.JWSSignatureVerificationFailed.code]: 'its signature is not the provider’s',
  [errors.JWKSNoMatchingKey.code]: 'the provider has no such key',
  [errors.JWKSMultipleMatchingKeys.code]: 'it does not say which key signed it',
  [errors.JOSEAlgNotAllowed.code]: 'it is not signed in a way that counts',
};

const claim_faults: Readonly<Record<string, string>> = {
  iss: 'another provider made it',
  aud: 'it was made for another app',
  nbf: 'it is not valid yet',
  iat: 'it was made in the future',
};

/** Throws a `SignInError` `bad_token`. */
export async function verify_id_token(
  token: string,
  keys: JSONWebKeySet,
  expected: ExpectedToken,
): Promise<JWTPayload> {
  const { issuer, client_id, nonce } = expected;
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
    issuer,
    audience: client_id,
    algorithms,
    clockTolerance: TOLERANCE,
    requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
  }).catch((error: unknown) => {
    throw new SignInError('bad_token', fault_of(error), { cause: error });
  });
  if (payload['nonce'] !== nonce) throw new SignInError('bad_token', 'it answers another question');
  const { azp } = payload;
  const others = Array.isArray(payload.aud) && payload.aud.length > 1;
  if ((others && azp === undefined) || (azp !== undefined && azp !== client_id))
    throw new SignInError('bad_token', 'it was made for another app');
  if (typeof payload.iat === 'number' && payload.iat > Date.now() / 1000 + TOLERANCE)
    throw new SignInError('bad_token', 'it was made in the future');
  return payload;
}

function fault_of(error: unknown): string {
  if (error instanceof errors.JWTClaimValidationFailed)
    return claim_faults[error.claim] ?? 'a claim is missing';
  return (error instanceof errors.JOSEError && faults[error.code]) || 'it is damaged';
}
