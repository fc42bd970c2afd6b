import { type Bytes, base64, utf8 } from './bytes.ts';
import { VaultError } from './errors.ts';
import { readArray, readBytes, readInteger, readJson, readObject, readText, refuse } from './json.ts';
import { checkName, limits } from './limits.ts';

/**
 * The ledger says which records the vault has, each at which version. It is what notices a record that was rolled back
 * or taken away, and it keeps the names from whoever reads the disk. All functions here are pure.
 */
export interface Ledger {
  /** Writes since the vault was created, the creation included. Never falls, so no version comes twice. */
  readonly counter: number;
  /** SHA-256 of the header: an old header with an old passphrase does not fit a newer ledger. */
  readonly header: Bytes;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly app: string;
  readonly name: string;
  /** 32 hexadecimal digits, random: where the record is stored. */
  readonly id: string;
  /** The counter at the time of writing. */
  readonly version: number;
  /** Bytes of the value. */
  readonly size: number;
}

export function printLedger(ledger: Ledger): Bytes {
  const records = ledger.entries.map((entry) => [entry.app, entry.name, entry.id, entry.version, entry.size]);
  return utf8(JSON.stringify({ counter: ledger.counter, header: base64(ledger.header), records }));
}

/** @throws VaultError `malformed` */
export function parseLedger(bytes: Uint8Array): Ledger {
  const fields = readObject(readJson(bytes, 'ledger'), ['counter', 'header', 'records']);
  const counter = readInteger(fields.counter, 1, Number.MAX_SAFE_INTEGER);
  const entries = readArray(fields.records, limits.records).map((row): Entry => {
    const [app, name, id, version, size, more] = readArray(row, 5);
    if (!app || !name || !id || !version || !size || more) return refuse(row, 'five entries');
    if (!/^[0-9a-f]{32}$/.test(readText(id))) refuse(id, '32 hexadecimal digits');
    return {
      app: checkName(app.value, app.path, limits.app),
      name: checkName(name.value, name.path, limits.name),
      id: readText(id),
      version: readInteger(version, 1, counter),
      size: readInteger(size, 0, limits.value),
    };
  });
  return { counter, header: readBytes(fields.header, 32), entries };
}

export function findEntry(ledger: Ledger, app: string, name: string): Entry | undefined {
  return ledger.entries.find((entry) => entry.app === app && entry.name === name);
}

/** The ledger after one more write; every write goes through here. */
export function counted(ledger: Ledger, entries: readonly Entry[] = ledger.entries): Ledger {
  return { ...ledger, counter: ledger.counter + 1, entries };
}

/**
 * Adds or replaces entries in one write; each gets the new counter as its version.
 *
 * @throws VaultError `too_large` when the vault would hold too many records or bytes.
 */
export function withEntries(ledger: Ledger, added: readonly Omit<Entry, 'version'>[]): Ledger {
  const place = (entry: Pick<Entry, 'app' | 'name'>) => JSON.stringify([entry.app, entry.name]);
  const replaced = new Set(added.map(place));
  const version = ledger.counter + 1;
  const entries = [
    ...ledger.entries.filter((entry) => !replaced.has(place(entry))),
    ...added.map((entry) => ({ ...entry, version })),
  ];
  if (entries.length > limits.records)
    throw new VaultError('too_large', `a vault has ${limits.records} records`);
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > limits.total) throw new VaultError('too_large', `all values may have ${limits.total} bytes`);
  return counted(ledger, entries);
}

export function withoutEntry(ledger: Ledger, app: string, name: string): Ledger {
  return counted(
    ledger,
    ledger.entries.filter((entry) => entry.app !== app || entry.name !== name),
  );
}

export function withoutApp(ledger: Ledger, app: string): Ledger {
  return counted(
    ledger,
    ledger.entries.filter((entry) => entry.app !== app),
  );
}

/** Sorted by code unit, so that a list looks the same everywhere. */
export function listApps(ledger: Ledger): readonly string[] {
  return [...new Set(ledger.entries.map((entry) => entry.app))].sort();
}

export function listEntries(ledger: Ledger, app: string): readonly Entry[] {
  return ledger.entries
    .filter((entry) => entry.app === app)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
