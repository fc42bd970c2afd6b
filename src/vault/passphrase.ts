import { type Bytes, u64, utf8 } from './bytes.ts';
import type { CryptoPort } from './crypto_port.ts';
import { VaultError } from './errors.ts';
import { limits } from './limits.ts';

export const KDF = 'PBKDF2-HMAC-SHA-256';
export const SALT = 16;
/** NIST SP 800-63B's least for a memorised secret; counted in code points. */
export const LEAST_CHARACTERS = 8;

const usages = { wrap: ['wrapKey', 'unwrapKey'], encrypt: ['encrypt', 'decrypt'] } as const;

/**
 * The bytes of a passphrase: NFKC, so that the same keys pressed on another system give the same bytes; UTF-8.
 *
 * @throws VaultError `malformed` for what is no text, has lone surrogates or is absurdly long.
 */
export function passphraseBytes(passphrase: unknown): Bytes {
  if (typeof passphrase !== 'string') throw new VaultError('malformed', 'the passphrase: expected a text');
  if (/\p{Cs}/u.test(passphrase)) throw new VaultError('malformed', 'the passphrase: expected Unicode text');
  const bytes = utf8(passphrase.normalize('NFKC'));
  if (bytes.length > limits.passphrase) {
    throw new VaultError('malformed', `the passphrase: expected at most ${limits.passphrase} bytes`);
  }
  return bytes;
}

/** @throws VaultError `weak_passphrase` or `malformed`. Asked of new passphrases only, never when opening. */
export function checkNewPassphrase(passphrase: unknown): void {
  passphraseBytes(passphrase);
  const characters = Array.from(String(passphrase).normalize('NFKC').trim()).length;
  if (characters < LEAST_CHARACTERS) throw new VaultError('weak_passphrase');
}

/** PBKDF2-HMAC-SHA-256 to a non-extractable AES-256-GCM key, either to wrap a key or to encrypt a backup. */
export async function deriveFromPassphrase(
  port: CryptoPort,
  passphrase: string,
  salt: Bytes,
  rounds: number,
  use: keyof typeof usages,
): Promise<CryptoKey> {
  const key = await deriveOnce(port, passphrase, salt, rounds, use);
  if (port.keepsDerivedKeys) await forgetDerivedKeys(port);
  return key;
}

/** As `deriveFromPassphrase`, for measuring: the engine may still know the result afterwards. */
export async function deriveOnce(
  port: CryptoPort,
  passphrase: string,
  salt: Bytes,
  rounds: number,
  use: keyof typeof usages,
): Promise<CryptoKey> {
  const bytes = passphraseBytes(passphrase);
  const base = await port.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  bytes.fill(0);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return port.subtle.deriveKey(algorithm, base, { name: 'AES-GCM', length: 256 }, false, [...usages[use]]);
}

// One more than the engine keeps, and some to spare.
const KEPT = 160;

/** Drives our result out of the engine's cache with results that nobody wants: see `CryptoPort.keepsDerivedKeys`. */
async function forgetDerivedKeys(port: CryptoPort): Promise<void> {
  const base = await port.subtle.importKey('raw', port.random(16), 'PBKDF2', false, ['deriveBits']);
  const derive = (_: unknown, index: number) =>
    port.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: u64(index), iterations: 1 }, base, 256);
  await Promise.all(Array.from({ length: KEPT }, derive));
}
