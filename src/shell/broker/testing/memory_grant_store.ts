/** Grants in memory, for tests; two pages may share one, as two tabs do. */
import { type GrantRecord, type GrantStore, is_before, sealed_of } from '../grant_store.ts';

export function memory_grant_store(): GrantStore & { readonly records: Map<string, GrantRecord> } {
  const records = new Map<string, GrantRecord>();
  const listeners = new Set<(code: string) => void>();
  return {
    records,
    read: async (code) => records.get(code),
    before: async (app, code) =>
      [...records.values()]
        .filter((record) => is_before(record, app, code) && record.grants.length > 0)
        .sort((a, b) => b.written - a.written)[0],
    sealed: async (app, code) => sealed_of([...records.values()], app, code),
    async update(code, change) {
      const next = change(records.get(code));
      if (next) records.set(code, next);
      for (const heard of listeners) heard(code);
    },
    async remove_app(app) {
      for (const [code, record] of records) if (record.app === app) records.delete(code);
    },
    async clear() {
      records.clear();
    },
    watch(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}
