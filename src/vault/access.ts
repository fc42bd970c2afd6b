import { base64url } from './bytes.ts';
import { isVaultError, VaultError } from './errors.ts';
import { type Header, ID, type PassphraseSlot, PRF, parseHeader, printHeader } from './header.ts';
import { deriveKeys, derivePasskeyKey } from './keys.ts';
import { counted, type Ledger } from './ledger.ts';
import { checkName, limits } from './limits.ts';
import { checkNewPassphrase } from './passphrase.ts';
import { type PlainRecord, sealInto } from './records.ts';
import { type Deps, headerDigest, openLedger, readRaw, type Session, sealLedger, write } from './session.ts';
import { places } from './store.ts';
import { needPasskeys, newPassphrase, type Proof, wayOf } from './ways.ts';
import { createDataKey, passkeyPlace, rewrap, unwrapDataKey, type Way } from './wrapping.ts';

interface Opened {
  readonly session: Session;
  /** The way that was used, for wrapping the data key anew. */
  readonly way: Way;
}

/**
 * A new vault, with `records` in it from the first moment.
 *
 * @throws VaultError `exists`, `weak_passphrase`, `too_large`, `storage`.
 */
export async function createVault(
  deps: Deps,
  passphrase: string,
  records: readonly PlainRecord[] = [],
): Promise<Session> {
  checkNewPassphrase(passphrase);
  const [present] = await deps.store.read([places.header]);
  if (present !== undefined) throw new VaultError('exists');
  const id = deps.port.random(ID);
  const { slot, wrapper } = await newPassphrase(deps, id, passphrase);
  const wrapped = await createDataKey(deps.port, wrapper);
  const header: Header = { id, passphrase: { ...slot, ...wrapped }, passkeys: [] };
  const headerRaw = printHeader(header);
  const keys = await deriveKeys(deps.port, await unwrapDataKey(deps.port, { ...wrapper, ...wrapped }));
  const empty: Ledger = { counter: 0, header: await headerDigest(deps.port, headerRaw), entries: [] };
  const { next, put } = await sealInto(deps, { keys }, empty, records);
  const ledgerRaw = await sealLedger(deps.port, keys, header, next);
  const done = await deps.store.commit({
    expect: [[places.header, undefined]],
    dropPrefixes: [places.records],
    drop: [places.gone],
    put: [[places.header, headerRaw], [places.ledger, ledgerRaw], ...put],
  });
  if (!done) throw new VaultError('exists');
  return {
    keys,
    seen: { raw: { header: headerRaw, ledger: ledgerRaw, gone: undefined }, header, ledger: next },
  };
}

/** @throws VaultError `absent`, `not_opened`, `malformed`, `newer_format`, `passkey_unavailable`, `passkey_cancelled`. */
export async function openVault(deps: Deps, proof: Proof): Promise<Session> {
  const { session, way } = await open(deps, proof);
  if (proof.kind === 'passphrase' && session.seen.header.passphrase.rounds < deps.rounds.floor) {
    // Raising the rounds is for later: failing to store them must not keep the reader out.
    await replacePassphrase(deps, { session, way }, proof.passphrase).catch((error: unknown) => {
      if (!isVaultError(error)) throw error;
    });
  }
  return session;
}

/**
 * Wraps the data key under a new passphrase. Records stay as they are; the old passphrase opens nothing stored
 * afterwards, but still opens an older copy of the database.
 *
 * @throws VaultError `weak_passphrase`, and as `openVault`.
 */
export async function changePassphrase(deps: Deps, proof: Proof, next: string): Promise<Session> {
  checkNewPassphrase(next);
  const opened = await open(deps, proof);
  await replacePassphrase(deps, opened, next);
  return opened.session;
}

/** @throws VaultError `passkey_known`, `too_large`, and as `openVault`. */
export async function addPasskey(deps: Deps, proof: Proof, label: string): Promise<Session> {
  checkName(label, "the passkey's label", limits.label);
  const passkeys = needPasskeys(deps);
  const { session, way } = await open(deps, proof);
  const { id, passkeys: slots } = session.seen.header;
  if (slots.length >= limits.passkeys)
    throw new VaultError('too_large', `a vault has ${limits.passkeys} passkeys`);
  const salt = deps.port.random(PRF);
  const known = slots.map((slot) => slot.credential);
  const { credential, output } = await passkeys.create({ user: deps.port.random(16), label, known, salt });
  const key = await derivePasskeyKey(deps.port, output, salt);
  output.fill(0);
  const wrapped = await rewrap(deps.port, way, { key, place: passkeyPlace(id, { credential, salt }) });
  const slot = { credential, label, salt, ...wrapped };
  await write(deps, session, async ({ header, ledger }) => ({
    ledger: counted(ledger),
    header: { ...header, passkeys: [...header.passkeys, slot] },
  }));
  return session;
}

/** @param id the credential id in base64url. Does nothing when there is no such passkey. */
export function removePasskey(deps: Deps, session: Session, id: string): Promise<void> {
  return write(deps, session, async ({ header, ledger }) => {
    const passkeys = header.passkeys.filter((slot) => base64url(slot.credential) !== id);
    if (passkeys.length === header.passkeys.length) return undefined;
    return { ledger: counted(ledger), header: { ...header, passkeys } };
  });
}

// Everything here runs to the end, in the same order, for a wrong passphrase as for a changed slot, header or ledger.
async function open(deps: Deps, proof: Proof): Promise<Opened> {
  const raw = await readRaw(deps.store);
  const header = parseHeader(raw.header, deps.rounds.accept);
  const way = await wayOf(deps, header, proof);
  const keys = await deriveKeys(deps.port, await unwrapDataKey(deps.port, way));
  const ledger = await openLedger(deps.port, keys, header, raw);
  return { session: { keys, seen: { raw, header, ledger } }, way };
}

async function replacePassphrase(deps: Deps, { session, way }: Opened, next: string): Promise<void> {
  const { slot, wrapper } = await newPassphrase(deps, session.seen.header.id, next);
  const passphrase: PassphraseSlot = { ...slot, ...(await rewrap(deps.port, way, wrapper)) };
  await write(deps, session, async ({ header, ledger }) => ({
    ledger: counted(ledger),
    header: { ...header, passphrase },
  }));
}
