import { type Bytes, hex } from './bytes.ts';
import { VaultError } from './errors.ts';
import { layout } from './layout.ts';
import { type Entry, findEntry, type Ledger, withEntries, withoutApp, withoutEntry } from './ledger.ts';
import { seal, unseal } from './sealed.ts';
import { type Deps, readRaw, refresh, type Session, sameRaw, write } from './session.ts';
import { places } from './store.ts';
import { appTag } from './tombstones.ts';

/** A record outside the vault. */
export interface PlainRecord {
  readonly app: string;
  readonly name: string;
  readonly value: Bytes;
}

/** What to do with a record that is there already. */
export type Conflict = 'keep' | 'replace';

export interface PutSummary {
  readonly added: number;
  readonly replaced: number;
  readonly kept: number;
}

const ATTEMPTS = 8;

export function recordPlace(entry: Pick<Entry, 'app' | 'name' | 'version'>): Bytes {
  return layout('record', entry.app, entry.name, entry.version);
}

/**
 * The records that `select` picks from the ledger, all of one moment.
 *
 * @throws VaultError `not_opened` when a record is missing, older than the ledger says, moved or changed.
 */
export async function readRecords(
  deps: Deps,
  session: Session,
  select: (ledger: Ledger) => readonly Entry[],
): Promise<readonly PlainRecord[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const seen = await refresh(deps, session);
    const entries = select(seen.ledger);
    const keys = await Promise.all(
      entries.map(async ({ app, id }) => places.record(await appTag(deps.port, app), id)),
    );
    const [header, ledger, gone, ...sealed] = await deps.store.read([
      places.header,
      places.ledger,
      places.gone,
      ...keys,
    ]);
    // Another tab wrote in between: its records do not fit the ledger we have, and that is no attack.
    if (header === undefined || !sameRaw(seen.raw, { header, ledger, gone })) continue;
    const records: PlainRecord[] = [];
    for (const [index, entry] of entries.entries()) {
      const value = await unseal(deps.port, session.keys.records, recordPlace(entry), sealed[index]);
      records.push({ app: entry.app, name: entry.name, value });
    }
    return records;
  }
  // The header may be gone for good: say that rather than `busy`.
  await readRaw(deps.store);
  throw new VaultError('busy');
}

/** Writes all of `records`, which have distinct places, or none. @throws VaultError `too_large` and as `write`. */
export async function putRecords(
  deps: Deps,
  session: Session,
  records: readonly PlainRecord[],
  conflict: Conflict,
): Promise<PutSummary> {
  let summary: PutSummary = { added: 0, replaced: 0, kept: 0 };
  await write(deps, session, async ({ ledger }) => {
    const known = records.map((record) => findEntry(ledger, record.app, record.name));
    const chosen = records.filter((_, index) => conflict === 'replace' || known[index] === undefined);
    const old = known.filter((entry) => entry !== undefined).length;
    summary = {
      added: records.length - old,
      replaced: conflict === 'replace' ? old : 0,
      kept: conflict === 'keep' ? old : 0,
    };
    if (chosen.length === 0) return undefined;
    const { next, put } = await sealInto(deps, session, ledger, chosen);
    return { ledger: next, put };
  });
  return summary;
}

export function deleteRecord(deps: Deps, session: Session, app: string, name: string): Promise<void> {
  return write(deps, session, async ({ ledger }) => {
    const entry = findEntry(ledger, app, name);
    if (!entry) return undefined;
    const key = places.record(await appTag(deps.port, app), entry.id);
    return { ledger: withoutEntry(ledger, app, name), drop: [key] };
  });
}

/** Drops by prefix, so that what an older copy of the database brought back goes as well. */
export function deleteAppRecords(deps: Deps, session: Session, app: string): Promise<void> {
  return write(deps, session, async ({ ledger }) => ({
    ledger: withoutApp(ledger, app),
    dropPrefixes: [places.app(await appTag(deps.port, app))],
  }));
}

/** The ledger with `records` in it, and the sealed records under their keys. */
export async function sealInto(
  deps: Pick<Deps, 'port'>,
  session: Pick<Session, 'keys'>,
  ledger: Ledger,
  records: readonly PlainRecord[],
): Promise<{ readonly next: Ledger; readonly put: readonly (readonly [string, Bytes])[] }> {
  const entries = records.map(({ app, name, value }) => {
    const id = findEntry(ledger, app, name)?.id ?? hex(deps.port.random(16));
    return { app, name, id, size: value.length };
  });
  const next = withEntries(ledger, entries);
  const put = await Promise.all(
    records.map(async (record, index) => {
      const tag = await appTag(deps.port, record.app);
      const place = recordPlace({ ...record, version: next.counter });
      const sealed = await seal(deps.port, session.keys.records, place, record.value);
      return [places.record(tag, entries[index]?.id ?? ''), sealed] as const;
    }),
  );
  return { next, put };
}
