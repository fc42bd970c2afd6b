import type { Bytes } from './bytes.ts';
import { VaultError } from './errors.ts';

/** The cryptography that the vault is given. Tests pass one that counts calls or draws fixed bytes. */
export interface CryptoPort {
  readonly subtle: SubtleCrypto;
  /** `length` fresh random bytes, at most 65,536. */
  random(length: number): Bytes;
}

/** What the standard's `Crypto` is where the page is not a secure context: the types do not admit it. */
type PlatformCrypto = Pick<Crypto, 'getRandomValues'> & { readonly subtle?: SubtleCrypto | undefined };

/** @throws VaultError `unsupported` where the page is not a secure context and has no `crypto.subtle`. */
export function platformCrypto(platform: PlatformCrypto | undefined = globalThis.crypto): CryptoPort {
  const subtle = platform?.subtle;
  if (!platform || !subtle) throw new VaultError('unsupported');
  return { subtle, random: (length) => platform.getRandomValues(new Uint8Array(length)) };
}
