import { addPasskey, changePassphrase, createVault, openVault, removePasskey } from './access.ts';
import { openBackup, sealBackup } from './backup.ts';
import { type Bytes, fromUtf8, utf8 } from './bytes.ts';
import { type CacheMac, cacheMac } from './cache_mac.ts';
import { type CryptoPort, platformCrypto } from './crypto_port.ts';
import { VaultError } from './errors.ts';
import { type Holder, makeHolder } from './holder.ts';
import { findEntry, listApps, listEntries } from './ledger.ts';
import { checkApp, checkRecordName, checkText, checkValue } from './limits.ts';
import type { PasskeyPort } from './passkey.ts';
import {
  type Conflict,
  deleteAppRecords,
  deleteRecord,
  type PutSummary,
  putRecords,
  readRecords,
} from './records.ts';
import { calibratedRounds, type RoundsPolicy } from './rounds.ts';
import { type Deps, refresh } from './session.ts';
import type { VaultState } from './state.ts';
import type { VaultStore } from './store.ts';
import { buryApp } from './tombstones.ts';
import type { Proof } from './ways.ts';

export interface RecordInfo {
  readonly name: string;
  /** Bytes of the value. */
  readonly size: number;
}

/**
 * A reader's secrets. Every method that needs an open vault throws VaultError `locked` or `absent` when it is not, and
 * `not_opened` when what is stored was changed; all may throw `storage`.
 */
export interface Vault {
  state(): VaultState;
  /** Calls `listener` after each change of state, until the returned function is called. */
  subscribe(listener: (state: VaultState) => void): () => void;
  /** Looks at the store again: another tab may have created, changed or forgotten the vault. */
  reload(): Promise<VaultState>;

  /** From `absent` to `open`. @throws VaultError `exists` or `weak_passphrase`. */
  create(passphrase: string): Promise<void>;
  /** @throws VaultError `not_opened`, `passkey_unavailable`, `passkey_cancelled`, `malformed`, `newer_format`. */
  unlock(proof: Proof): Promise<void>;
  /** Drops the keys. An unlock that is under way fails with `locked`. */
  lock(): void;
  /** Needs a proof even when open, and leaves the vault open. @throws VaultError `weak_passphrase`, as `unlock`. */
  changePassphrase(proof: Proof, next: string): Promise<void>;
  /** As `changePassphrase`, and `passkey_known`. @param label 1 to 256 bytes, shown by the authenticator. */
  addPasskey(proof: Proof, label: string): Promise<void>;
  removePasskey(id: string): Promise<void>;

  apps(): Promise<readonly string[]>;
  /** The records of one app, by name. */
  list(app: string): Promise<readonly RecordInfo[]>;
  /** `undefined` when there is no such record. */
  get(app: string, name: string): Promise<Bytes | undefined>;
  /** As `get`. @throws VaultError `malformed` when the value is not UTF-8. */
  getText(app: string, name: string): Promise<string | undefined>;
  /** @throws VaultError `too_large` or `malformed`. */
  set(app: string, name: string, value: Uint8Array): Promise<void>;
  setText(app: string, name: string, value: string): Promise<void>;
  delete(app: string, name: string): Promise<void>;
  /** Works in every state: a locked vault deletes the app's records without a key. */
  deleteApp(app: string): Promise<void>;

  /** A file with all records under a passphrase of its own. @throws VaultError `weak_passphrase`. */
  exportBackup(passphrase: string): Promise<Bytes>;
  /**
   * Into an open vault, or into a new one with the backup's passphrase where there is none.
   *
   * @throws VaultError `not_opened`, `malformed`, `newer_format`, `too_large`; nothing is changed then.
   */
  importBackup(file: Uint8Array, passphrase: string, conflict: Conflict): Promise<PutSummary>;
  /** Removes everything, in every state. */
  forget(): Promise<void>;

  /** MACs of cache entries with this vault's key. Its methods throw `locked` while the vault is not open. */
  readonly cacheMac: CacheMac;
}

export interface VaultOptions {
  readonly store: VaultStore;
  readonly crypto?: CryptoPort;
  /** Without it there are no passkeys. */
  readonly passkeys?: PasskeyPort;
  /** Tests pass few rounds, to be quick. Anything else must leave this out: the default refuses under 600,000. */
  readonly roundsForTestsOnly?: RoundsPolicy;
}

/** The vault of this store, locked or absent. @throws VaultError `storage` or `unsupported`. */
export async function loadVault(options: VaultOptions): Promise<Vault> {
  const deps: Deps = {
    port: options.crypto ?? platformCrypto(),
    store: options.store,
    rounds: options.roundsForTestsOnly ?? calibratedRounds,
    passkeys: options.passkeys,
  };
  const holder = makeHolder(deps);
  await holder.reload();
  return { ...lifeOf(deps, holder), ...recordsOf(deps, holder), ...backupsOf(deps, holder) };
}

function lifeOf(deps: Deps, holder: Holder) {
  return {
    state: holder.view,
    subscribe: holder.subscribe,
    reload: holder.reload,
    create: (passphrase) => holder.enter(() => createVault(deps, passphrase)),
    unlock: (proof) => holder.enter(() => openVault(deps, proof)),
    lock: holder.lock,
    changePassphrase: (proof, next) => holder.enter(() => changePassphrase(deps, proof, next)),
    addPasskey: (proof, label) => holder.enter(() => addPasskey(deps, proof, label)),
    async removePasskey(id) {
      await holder.writing((session) => removePasskey(deps, session, id));
      await holder.reload();
    },
    async forget() {
      // Twice: at once, so that nothing is read from here on, and after, should another call have looked meanwhile.
      holder.lock();
      await deps.store.destroy();
      holder.forgotten();
    },
    cacheMac: cacheMac(deps.port, () => holder.session().keys.cacheMac),
  } satisfies Partial<Vault>;
}

function recordsOf(deps: Deps, holder: Holder) {
  const get = async (app: string, name: string): Promise<Bytes | undefined> => {
    checkApp(app);
    checkRecordName(name);
    const [record] = await holder.reading((session) =>
      readRecords(deps, session, (ledger) => {
        const entry = findEntry(ledger, app, name);
        return entry ? [entry] : [];
      }),
    );
    return record?.value;
  };
  const set = async (app: string, name: string, value: Uint8Array): Promise<void> => {
    const record = { app: checkApp(app), name: checkRecordName(name), value: checkValue(value) };
    await holder.writing((session) => putRecords(deps, session, [record], 'replace'));
  };
  return {
    apps: () => holder.reading(async (session) => listApps((await refresh(deps, session)).ledger)),
    async list(app) {
      checkApp(app);
      const entries = await holder.reading(async (session) =>
        listEntries((await refresh(deps, session)).ledger, app),
      );
      return entries.map(({ name, size }) => ({ name, size }));
    },
    get,
    async getText(app, name) {
      const value = await get(app, name);
      if (value === undefined) return undefined;
      const text = fromUtf8(value);
      if (text === undefined) throw new VaultError('malformed', "the record's value: expected UTF-8");
      return text;
    },
    set,
    setText: async (app, name, value) => set(app, name, utf8(checkText(value))),
    async delete(app, name) {
      checkApp(app);
      checkRecordName(name);
      await holder.writing((session) => deleteRecord(deps, session, app, name));
    },
    async deleteApp(app) {
      checkApp(app);
      if (holder.view().kind !== 'open') return buryApp(deps.port, deps.store, app);
      await holder.writing((session) => deleteAppRecords(deps, session, app));
    },
  } satisfies Partial<Vault>;
}

function backupsOf(deps: Deps, holder: Holder) {
  return {
    async exportBackup(passphrase) {
      const records = await holder.reading((session) =>
        readRecords(deps, session, (ledger) => ledger.entries),
      );
      return sealBackup(deps.port, deps.rounds, passphrase, records);
    },
    async importBackup(file, passphrase, conflict) {
      if (holder.view().kind === 'locked') throw new VaultError('locked');
      const records = await openBackup(deps.port, deps.rounds.accept, passphrase, file);
      if (holder.view().kind !== 'absent') {
        return holder.writing((session) => putRecords(deps, session, records, conflict));
      }
      await holder.enter(() => createVault(deps, passphrase, records));
      return { added: records.length, replaced: 0, kept: 0 };
    },
  } satisfies Partial<Vault>;
}
