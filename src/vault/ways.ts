import { type Bytes, samePublicBytes } from './bytes.ts';
import type { CryptoPort } from './crypto_port.ts';
import { VaultError } from './errors.ts';
import type { Header, PassphraseSlot } from './header.ts';
import { derivePasskeyKey } from './keys.ts';
import type { PasskeyPort } from './passkey.ts';
import { deriveFromPassphrase, SALT } from './passphrase.ts';
import type { Deps } from './session.ts';
import { passkeyPlace, passphrasePlace, type Way, type Wrapper } from './wrapping.ts';

/** What the reader shows to get in. */
export type Proof =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'passkey' };

/** @throws VaultError `malformed`, `passkey_unavailable` or `passkey_cancelled`; a wrong passphrase is a way, too. */
export function wayOf(deps: Deps, header: Header, proof: Proof): Promise<Way> {
  return proof.kind === 'passphrase'
    ? passphraseWay(deps.port, header, proof.passphrase)
    : passkeyWay(deps, header);
}

async function passphraseWay(port: CryptoPort, header: Header, passphrase: string): Promise<Way> {
  const slot = header.passphrase;
  const key = await deriveFromPassphrase(port, passphrase, slot.salt, slot.rounds, 'wrap');
  return { key, place: passphrasePlace(header.id, slot), nonce: slot.nonce, wrapped: slot.wrapped };
}

async function passkeyWay(deps: Deps, header: Header): Promise<Way> {
  const passkeys = needPasskeys(deps);
  if (header.passkeys.length === 0) throw new VaultError('passkey_unavailable', 'none was added');
  const { credential, output } = await passkeys.evaluate(header.passkeys);
  const slot = header.passkeys.find((candidate) => samePublicBytes(candidate.credential, credential));
  if (!slot) throw new VaultError('passkey_unavailable', 'another one answered');
  const key = await derivePasskeyKey(deps.port, output, slot.salt);
  output.fill(0);
  return { key, place: passkeyPlace(header.id, slot), nonce: slot.nonce, wrapped: slot.wrapped };
}

/** A fresh salt, as many rounds as the policy says, and the wrapping key that follows. */
export async function newPassphrase(
  deps: Deps,
  id: Bytes,
  passphrase: string,
): Promise<{ readonly slot: Pick<PassphraseSlot, 'salt' | 'rounds'>; readonly wrapper: Wrapper }> {
  const slot = { salt: deps.port.random(SALT), rounds: await deps.rounds.choose(deps.port) };
  const key = await deriveFromPassphrase(deps.port, passphrase, slot.salt, slot.rounds, 'wrap');
  return { slot, wrapper: { key, place: passphrasePlace(id, slot) } };
}

/** @throws VaultError `passkey_unavailable` */
export function needPasskeys(deps: Deps): PasskeyPort {
  if (!deps.passkeys) throw new VaultError('passkey_unavailable');
  return deps.passkeys;
}
