/** Where grants are kept from one visit to the next. */
import { clear, delMany, entries, get, promisifyRequest } from 'idb-keyval';
import type { Grant } from '../../ui/panels/permissions_view.ts';
import { is_alike, type Origin } from '../alike.ts';
import { kept_store } from '../stores.ts';
import { type Access, with_secrets_of } from './access.ts';
import type { Code } from './code.ts';

/** What was allowed to one version of one app. */
export interface GrantRecord {
  readonly version: 1;
  /** The app, whatever its code: `AppSource.identity`. */
  readonly app: string;
  /** `Code.id`, the record's key. */
  readonly code: string;
  /** `Code.files`. */
  readonly files: ReadonlyMap<string, string>;
  /** `Code.origin`. */
  readonly origin?: Origin;
  readonly grants: readonly Grant[];
  /** `Access.sealed`; older records have none. */
  readonly sealed?: readonly string[];
  /** Milliseconds since 1970. */
  readonly written: number;
}

/** A browser that keeps nothing has an empty store: no method rejects. */
export interface GrantStore {
  read(code: string): Promise<GrantRecord | undefined>;
  /** The version of `app`, or of one of a like origin, that was allowed something last, apart from `code`. */
  before(app: string, code: Pick<Code, 'id' | 'origin'>): Promise<GrantRecord | undefined>;
  /** Names of the secrets that any version of `app`, or of one of a like origin, was ever allowed to send. */
  sealed(app: string, code: Pick<Code, 'id' | 'origin'>): Promise<readonly string[]>;
  /** Atomic, also across tabs. `undefined` leaves it as it is. */
  update(code: string, change: (record: GrantRecord | undefined) => GrantRecord | undefined): Promise<void>;
  remove_app(app: string): Promise<void>;
  clear(): Promise<void>;
  /** Hears of what other tabs write, by code, until the returned function is called. */
  watch(heard: (code: string) => void): () => void;
}

const DATABASE = 'tablit-grants';

export function idb_grant_store(database = DATABASE): GrantStore {
  const store = kept_store(database, 'apps');
  const channel = () => new BroadcastChannel(database);
  const tell = (code: string) => {
    const line = channel();
    line.postMessage(code);
    line.close();
  };
  return {
    read: (code) => quietly(async () => known(await get<GrantRecord>(code, store))),
    before: (app, code) =>
      quietly(async () => {
        const all = await entries<string, GrantRecord>(store);
        return newest(all.map(([, record]) => record).filter((one) => is_before(one, app, code)));
      }),
    async sealed(app, code) {
      const all = (await quietly(() => entries<string, GrantRecord>(store))) ?? [];
      return sealed_of(
        all.map(([, record]) => record).filter((one) => known(one)),
        app,
        code,
      );
    },
    async update(code, change) {
      await quietly(() =>
        store('readwrite', async (objects) => {
          const record = (await promisifyRequest(objects.get(code))) as GrantRecord | undefined;
          const next = change(known(record));
          if (next) objects.put(next, code);
          await promisifyRequest(objects.transaction);
        }),
      );
      await quietly(async () => tell(code));
    },
    async remove_app(app) {
      const all = (await quietly(() => entries<string, GrantRecord>(store))) ?? [];
      const codes = all.filter(([, record]) => record.app === app).map(([code]) => code);
      await quietly(() => delMany(codes, store));
      for (const code of codes) await quietly(async () => tell(code));
    },
    async clear() {
      await quietly(() => clear(store));
    },
    watch(heard) {
      const line = channel();
      line.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') heard(data);
      };
      return () => line.close();
    },
  };
}

/** Whether `record` is of another version of this app. */
export function is_before(
  record: GrantRecord,
  app: string,
  { id, origin }: Pick<Code, 'id' | 'origin'>,
): boolean {
  if (record.code === id) return false;
  return record.app === app || (origin && record.origin ? is_alike(record.origin, origin) : false);
}

/** The names that `GrantStore.sealed` gives, from all records. */
export function sealed_of(
  records: readonly GrantRecord[],
  app: string,
  code: Pick<Code, 'id' | 'origin'>,
): readonly string[] {
  const names = records
    .filter((record) => record.code === code.id || is_before(record, app, code))
    .flatMap((record) => [...secrets_of(record)]);
  return [...new Set(names)];
}

/** Names of the secrets that were ever allowed under this record. */
export function secrets_of({ sealed = [], grants }: GrantRecord): Access['sealed'] {
  return with_secrets_of(
    new Set(sealed),
    grants.map(({ want }) => want),
  );
}

/** Records of another version are as good as none. */
function known(record: GrantRecord | undefined): GrantRecord | undefined {
  return record?.version === 1 ? record : undefined;
}

function newest(records: readonly GrantRecord[]): GrantRecord | undefined {
  return records
    .filter((record) => known(record) && record.grants.length > 0)
    .reduce<GrantRecord | undefined>(
      (last, one) => (last && last.written >= one.written ? last : one),
      undefined,
    );
}

async function quietly<T>(task: () => Promise<T>): Promise<T | undefined> {
  return task().catch(() => undefined);
}
