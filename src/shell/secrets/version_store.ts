/** Which strangers' apps were given secrets, from one visit to the next. A browser that keeps nothing has an empty store. */
import { del, get, set, values } from 'idb-keyval';
import { kept_store } from '../stores.ts';
import type { Version } from './versions.ts';

export interface VersionStore {
  all(): Promise<readonly Version[]>;
  get(identity: string): Promise<Version | undefined>;
  set(version: Version): Promise<void>;
  /** Whether there was one. Rejects when it could not be removed. */
  remove(identity: string): Promise<boolean>;
}

export function idb_versions(): VersionStore {
  const store = kept_store('tablit-versions', 'apps');
  const find = (identity: string) => get<Version>(identity, store).catch(() => undefined);
  return {
    all: () => values<Version>(store).catch(() => []),
    get: find,
    set: (version) => set(version.identity, version, store).catch(() => undefined),
    async remove(identity) {
      const had = (await find(identity)) !== undefined;
      if (had) await del(identity, store);
      return had;
    },
  };
}
