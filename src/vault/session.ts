import { type Bytes, samePublicBytes } from './bytes.ts';
import type { CryptoPort } from './crypto_port.ts';
import { VaultError } from './errors.ts';
import { type Header, parseHeader, printHeader } from './header.ts';
import type { Keys } from './keys.ts';
import { layout } from './layout.ts';
import { type Ledger, parseLedger, printLedger } from './ledger.ts';
import type { PasskeyPort } from './passkey.ts';
import type { RoundsPolicy } from './rounds.ts';
import { seal, unseal } from './sealed.ts';
import { type Change, places, type VaultStore } from './store.ts';
import { readTombstones, withoutTombstoned } from './tombstones.ts';

/** The effects that the vault is given. */
export interface Deps {
  readonly port: CryptoPort;
  readonly store: VaultStore;
  readonly rounds: RoundsPolicy;
  readonly passkeys: PasskeyPort | undefined;
}

/** What was stored when the vault was last read, and what it said. */
export interface Seen {
  readonly raw: Raw;
  readonly header: Header;
  /** Without the apps that have a tombstone. */
  readonly ledger: Ledger;
}

export interface Raw {
  readonly header: Uint8Array;
  readonly ledger: Uint8Array | undefined;
  readonly gone: Uint8Array | undefined;
}

/**
 * An open vault. `seen` moves forward with each read: while a session lives, an older ledger than it has seen is
 * refused, so that rolling back the whole database under an open vault is noticed too.
 */
export interface Session {
  readonly keys: Keys;
  seen: Seen;
}

/** What a write does besides writing the ledger. */
export interface Edit extends Pick<Change, 'drop' | 'dropPrefixes' | 'put'> {
  readonly ledger: Ledger;
  readonly header?: Header;
}

// Every lost race means that another tab's write went through, so losing this often is not an accident.
const ATTEMPTS = 8;

/** @throws VaultError `absent` when there is no header. */
export async function readRaw(store: VaultStore): Promise<Raw> {
  const [header, ledger, gone] = await store.read([places.header, places.ledger, places.gone]);
  if (header === undefined) throw new VaultError('absent');
  return { header, ledger, gone };
}

/** @throws VaultError `not_opened` for wrong keys, a changed ledger, or a header that is not the ledger's. */
export async function openLedger(port: CryptoPort, keys: Keys, header: Header, raw: Raw): Promise<Ledger> {
  const digest = await headerDigest(port, raw.header);
  const ledger = parseLedger(await unseal(port, keys.ledger, layout('ledger', header.id), raw.ledger));
  if (!samePublicBytes(ledger.header, digest)) throw new VaultError('not_opened');
  return withoutTombstoned(port, ledger, raw.gone);
}

/**
 * What is stored now, checked.
 *
 * @throws VaultError `absent` when the vault was forgotten meanwhile, `locked` when another one is in its place,
 * `not_opened` when the ledger was changed or is older than one that this session has seen.
 */
export async function refresh(deps: Deps, session: Session): Promise<Seen> {
  const before = session.seen;
  const raw = await readRaw(deps.store);
  if (sameRaw(raw, before.raw)) return before;
  const header = parseHeader(raw.header, deps.rounds.accept);
  if (!samePublicBytes(header.id, before.header.id)) throw new VaultError('locked');
  const ledger = await openLedger(deps.port, session.keys, header, raw);
  const steps = ledger.counter - before.ledger.counter;
  if (steps < 0 || (steps === 0 && !samePublicBytes(raw.ledger, before.raw.ledger))) {
    throw new VaultError('not_opened');
  }
  return advance(session, { raw, header, ledger });
}

/**
 * Writes what `plan` makes of the present state, again if another tab was faster. A plan that gives `undefined` writes
 * nothing.
 *
 * @throws VaultError as `refresh`, and `busy` or `storage`.
 */
export async function write(
  deps: Deps,
  session: Session,
  plan: (seen: Seen) => Promise<Edit | undefined>,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const seen = await refresh(deps, session);
    const edit = await plan(seen);
    if (edit === undefined) return;
    const header = edit.header ?? seen.header;
    const headerRaw = edit.header ? printHeader(edit.header) : Uint8Array.from(seen.raw.header);
    const ledger = { ...edit.ledger, header: await headerDigest(deps.port, headerRaw) };
    const ledgerRaw = await sealLedger(deps.port, session.keys, header, ledger);
    const done = await deps.store.commit({
      expect: [
        [places.header, seen.raw.header],
        [places.ledger, seen.raw.ledger],
        [places.gone, seen.raw.gone],
      ],
      dropPrefixes: [...readTombstones(seen.raw.gone).map(places.app), ...(edit.dropPrefixes ?? [])],
      drop: [places.gone, ...(edit.drop ?? [])],
      put: [[places.header, headerRaw], [places.ledger, ledgerRaw], ...(edit.put ?? [])],
    });
    if (!done) continue;
    advance(session, { raw: { header: headerRaw, ledger: ledgerRaw, gone: undefined }, header, ledger });
    return;
  }
  throw new VaultError('busy');
}

export function sealLedger(port: CryptoPort, keys: Keys, header: Header, ledger: Ledger): Promise<Bytes> {
  return seal(port, keys.ledger, layout('ledger', header.id), printLedger(ledger));
}

export async function headerDigest(port: CryptoPort, raw: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await port.subtle.digest('SHA-256', Uint8Array.from(raw)));
}

export function sameRaw(a: Raw, b: Raw): boolean {
  return (
    samePublicBytes(a.header, b.header) &&
    samePublicBytes(a.ledger, b.ledger) &&
    samePublicBytes(a.gone, b.gone)
  );
}

// Two calls may be under way at once, and the slower may have read earlier: `seen` never goes back.
function advance(session: Session, seen: Seen): Seen {
  if (seen.ledger.counter >= session.seen.ledger.counter) session.seen = seen;
  return seen;
}
