import type { Bytes } from './bytes.ts';
import type { CryptoPort } from './crypto_port.ts';
import { VaultError } from './errors.ts';
import type { PasskeySlot, PassphraseSlot } from './header.ts';
import { layout } from './layout.ts';
import { NONCE } from './sealed.ts';

/**
 * Wrapping and unwrapping of the data key. It is wrapped inside WebCrypto, so its bytes are never in JavaScript; it is
 * extractable only inside `createDataKey` and `rewrap`, for as long as the call to `wrapKey` takes.
 */
export interface Wrapped {
  readonly nonce: Bytes;
  readonly wrapped: Bytes;
}

/** A wrapping key with the place that its wrapped key is bound to. */
export interface Wrapper {
  readonly key: CryptoKey;
  readonly place: Bytes;
}

/** A wrapper and what it wraps: enough to get at the data key. */
export type Way = Wrapper & Wrapped;

const AES = { name: 'AES-GCM', length: 256 } as const;

export function passphrasePlace(id: Bytes, slot: Pick<PassphraseSlot, 'salt' | 'rounds'>): Bytes {
  return layout('passphrase', id, slot.salt, slot.rounds);
}

export function passkeyPlace(id: Bytes, slot: Pick<PasskeySlot, 'credential' | 'salt'>): Bytes {
  return layout('passkey', id, slot.credential, slot.salt);
}

/** A new random data key, wrapped. */
export async function createDataKey(port: CryptoPort, wrapper: Wrapper): Promise<Wrapped> {
  return wrap(port, await port.subtle.generateKey(AES, true, ['encrypt', 'decrypt']), wrapper);
}

/** @throws VaultError `not_opened` */
export async function rewrap(port: CryptoPort, from: Way, to: Wrapper): Promise<Wrapped> {
  const dataKey = await port.subtle
    .unwrapKey('raw', from.wrapped, from.key, gcm(from), AES, true, ['encrypt', 'decrypt'])
    .catch(() => {
      throw new VaultError('not_opened');
    });
  return wrap(port, dataKey, to);
}

/**
 * The data key, only to derive from. Where the way is wrong it gives a random key instead of failing, so that the
 * caller goes on with the same work and fails where a changed ledger would: the two cannot be told apart by time.
 */
export async function unwrapDataKey(port: CryptoPort, way: Way): Promise<CryptoKey> {
  const standIn = await port.subtle.importKey('raw', port.random(32), 'HKDF', false, ['deriveKey']);
  return port.subtle
    .unwrapKey('raw', way.wrapped, way.key, gcm(way), 'HKDF', false, ['deriveKey'])
    .catch(() => standIn);
}

async function wrap(port: CryptoPort, dataKey: CryptoKey, to: Wrapper): Promise<Wrapped> {
  const nonce = port.random(NONCE);
  const wrapped = await port.subtle.wrapKey('raw', dataKey, to.key, gcm({ nonce, place: to.place }));
  return { nonce, wrapped: new Uint8Array(wrapped) };
}

function gcm({ nonce, place }: { readonly nonce: Bytes; readonly place: Bytes }): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: place };
}
