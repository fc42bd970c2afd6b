import { type Bytes, concat, noBytes } from './bytes.ts';
import type { CryptoPort } from './crypto_port.ts';
import { VaultError } from './errors.ts';

/** A nonce has 96 bits, drawn fresh for each seal: random is safe below 2^32 seals a key, far above what a vault does. */
export const NONCE = 12;
export const TAG = 16;

/** AES-256-GCM: `nonce (12) | ciphertext | tag (16)`, bound to `place`, a `layout`. */
export async function seal(port: CryptoPort, key: CryptoKey, place: Bytes, plain: Bytes): Promise<Bytes> {
  const nonce = port.random(NONCE);
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: place };
  return concat([nonce, new Uint8Array(await port.subtle.encrypt(algorithm, key, plain))]);
}

/**
 * What `seal` was given. A missing record is opened like an empty one, so that it fails in the same way, at the same
 * place.
 *
 * @throws VaultError `not_opened` for a wrong key, another place, or any changed bit.
 */
export async function unseal(
  port: CryptoPort,
  key: CryptoKey,
  place: Bytes,
  sealed: Uint8Array | undefined,
): Promise<Bytes> {
  const whole = sealed && sealed.length >= NONCE + TAG ? Uint8Array.from(sealed) : undefined;
  const nonce = whole?.subarray(0, NONCE) ?? new Uint8Array(NONCE);
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: place };
  try {
    return new Uint8Array(await port.subtle.decrypt(algorithm, key, whole?.subarray(NONCE) ?? noBytes));
  } catch {
    throw new VaultError('not_opened');
  }
}
