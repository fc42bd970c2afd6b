import type { Bytes } from './bytes.ts';
import { VaultError } from './errors.ts';

/** The cryptography that the vault is given. Tests pass one that counts calls or draws fixed bytes. */
export interface CryptoPort {
  readonly subtle: SubtleCrypto;
  /** `length` fresh random bytes, at most 65,536. */
  random(length: number): Bytes;
  /**
   * The engine remembers results of PBKDF2, as Firefox does with the last 150: the same passphrase then costs 1 ms
   * instead of 500. That would tell a right passphrase with changed data from a wrong one by time, and leave the
   * wrapping key in memory after locking, so the vault makes it forget.
   */
  readonly keepsDerivedKeys: boolean;
}

/** What the standard's `Crypto` is where the page is not a secure context: the types do not admit it. */
type PlatformCrypto = Pick<Crypto, 'getRandomValues'> & { readonly subtle?: SubtleCrypto | undefined };

/**
 * @param userAgent tells the engine: there is nothing else to ask, and measuring would take half a second.
 * @throws VaultError `unsupported` where the page is not a secure context and has no `crypto.subtle`.
 */
export function platformCrypto(
  platform: PlatformCrypto | undefined = globalThis.crypto,
  userAgent: string = globalThis.navigator?.userAgent ?? '',
): CryptoPort {
  const subtle = platform?.subtle;
  if (!platform || !subtle) throw new VaultError('unsupported');
  return {
    subtle,
    random: (length) => platform.getRandomValues(new Uint8Array(length)),
    // Other engines say "like Gecko".
    keepsDerivedKeys: userAgent.includes('Gecko/'),
  };
}
