/** Joins the grants in memory with those that are stored, under the hash of the app's code. */
import type { ChangedFile, Grant, Want } from '../../ui/panels/permissions_view.ts';
import { type Access, allow, forget, no_access, use, with_secrets_of } from './access.ts';
import { type Code, changes_between } from './code.ts';
import { type GrantRecord, type GrantStore, secrets_of } from './grant_store.ts';
import { key_of } from './wants.ts';

/** Milliseconds for which uses are counted in memory before they are written down. */
const WRITE_AFTER = 1_000;

type Kept = Access['kept'];

/** What outlives a visit. */
export type Remembered = Pick<Access, 'kept' | 'sealed'>;

export interface KeptOptions {
  readonly app: string;
  readonly code: Code;
  readonly store: GrantStore;
  readonly now: () => number;
  /** Another tab gave or took something. */
  readonly heard: (remembered: Remembered) => void;
}

export class KeptGrants {
  readonly #options: KeptOptions;
  readonly #stop: () => void;
  /** Used since the last write: how often, by key. */
  #unwritten = new Map<string, { want: Want; uses: number; last: number }>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: KeptOptions) {
    this.#options = options;
    const { store, code, heard } = options;
    this.#stop = store.watch((changed) => {
      if (changed === code.id) void this.read().then(heard);
    });
  }

  async read(): Promise<Remembered> {
    const { store, app, code } = this.#options;
    const [record, sealed] = await Promise.all([store.read(code.id), store.sealed(app, code)]);
    return { kept: this.#with_unwritten(kept_of(record)), sealed: new Set(sealed) };
  }

  /** The files that changed since the app was allowed something, when that was another version of it. */
  async changes(): Promise<readonly ChangedFile[] | undefined> {
    const { store, app, code } = this.#options;
    const before = await store.before(app, code);
    return before && changes_between(before.files, code.files);
  }

  allow(wants: readonly Want[]): Promise<void> {
    return this.#update((access) => allow(access, wants, 'app', this.#options.now()));
  }

  /** Remembers which secrets may have left, though their grants end with the visit. */
  async allow_once(wants: readonly Want[]): Promise<void> {
    if (!wants.some(({ kind }) => kind === 'secret')) return;
    await this.#update((access) => ({ ...access, sealed: with_secrets_of(access.sealed, wants) }));
  }

  forget(want: Want): Promise<void> {
    this.#unwritten.delete(key_of(want));
    return this.#update((access) => forget(access, want));
  }

  /** Takes over what an earlier version of a folder that is being worked on was allowed. */
  async carry({ kept, sealed }: Remembered): Promise<void> {
    const { store, app } = this.#options;
    await store.remove_app(app);
    if (kept.size + sealed.size > 0) await this.#update((access) => ({ ...access, kept, sealed }));
  }

  used(wants: readonly Want[]): void {
    const now = this.#options.now();
    for (const want of wants) {
      const { uses = 0 } = this.#unwritten.get(key_of(want)) ?? {};
      this.#unwritten.set(key_of(want), { want, uses: uses + 1, last: now });
    }
    this.#timer ??= setTimeout(() => void this.write(), WRITE_AFTER);
  }

  /** Writes down what was used since the last time. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const unwritten = this.#unwritten;
    if (unwritten.size === 0) return;
    this.#unwritten = new Map();
    // What was deleted meanwhile does not come back for having been used.
    await this.#update((access) => ({ ...access, kept: counted(access.kept, unwritten) }), 'there');
  }

  async close(): Promise<void> {
    this.#stop();
    await this.write();
  }

  #with_unwritten(kept: Kept): Kept {
    return counted(kept, this.#unwritten);
  }

  #update(change: (access: Access) => Access, when: 'always' | 'there' = 'always'): Promise<void> {
    const { store, app, code, now } = this.#options;
    return store.update(code.id, (record) => {
      if (!record && when === 'there') return undefined;
      const next = change({ ...no_access, ...remembered(record) });
      return {
        version: 1,
        app,
        code: code.id,
        files: code.files,
        ...(code.origin ? { origin: code.origin } : {}),
        grants: [...next.kept.values()],
        ...(next.sealed.size > 0 ? { sealed: [...next.sealed] } : {}),
        written: now(),
      };
    });
  }
}

function kept_of(record: GrantRecord | undefined): Kept {
  return new Map((record?.grants ?? []).map((grant: Grant) => [key_of(grant.want), grant]));
}

function remembered(record: GrantRecord | undefined): Remembered {
  return { kept: kept_of(record), sealed: record ? secrets_of(record) : no_access.sealed };
}

type Uses = ReadonlyMap<string, { readonly want: Want; readonly uses: number; readonly last: number }>;

function counted(kept: Kept, uses: Uses): Kept {
  let access: Access = { ...no_access, kept };
  for (const { want, uses: times, last } of uses.values()) {
    for (let time = 0; time < times; time++) access = use(access, [want], last);
  }
  return access.kept;
}
