import { type Bytes, noBytes } from './bytes.ts';
import type { CryptoPort } from './crypto_port.ts';
import { type Kind, layout } from './layout.ts';

/**
 * What an open vault holds: one key per purpose, none of them extractable, none of them able to give back the data key
 * they come from.
 */
export interface Keys {
  /** AES-256-GCM over values. */
  readonly records: CryptoKey;
  /** AES-256-GCM over the ledger. */
  readonly ledger: CryptoKey;
  /** HMAC-SHA-256 over cache entries. */
  readonly cacheMac: CryptoKey;
}

const AES = { name: 'AES-GCM', length: 256 } as const;
const HMAC = { name: 'HMAC', hash: 'SHA-256', length: 256 } as const;
const SEAL: readonly KeyUsage[] = ['encrypt', 'decrypt'];

/** @param dataKey the 256-bit data key as an HKDF key that can only derive. */
export async function deriveKeys(port: CryptoPort, dataKey: CryptoKey): Promise<Keys> {
  const records = await port.subtle.deriveKey(hkdf('key/records'), dataKey, AES, false, [...SEAL]);
  const ledger = await port.subtle.deriveKey(hkdf('key/ledger'), dataKey, AES, false, [...SEAL]);
  const cacheMac = await port.subtle.deriveKey(hkdf('key/cache-mac'), dataKey, HMAC, false, [
    'sign',
    'verify',
  ]);
  return { records, ledger, cacheMac };
}

/** The wrapping key of a passkey: its 32-byte PRF output, salted with the slot's own salt. */
export async function derivePasskeyKey(port: CryptoPort, output: Bytes, salt: Bytes): Promise<CryptoKey> {
  const base = await port.subtle.importKey('raw', output, 'HKDF', false, ['deriveKey']);
  return port.subtle.deriveKey(hkdf('key/passkey', salt), base, AES, false, ['wrapKey', 'unwrapKey']);
}

function hkdf(kind: Kind, salt: Bytes = noBytes): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-256', salt, info: layout(kind) };
}
