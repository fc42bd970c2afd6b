import { describe, expect, it } from 'vitest';
import { platformCrypto } from '../../vault/crypto_port.ts';
import { originMac } from '../../vault/origin_mac.ts';
import type { AppFiles } from '../app_source.ts';
import { entry_seal } from './entry_seal.ts';
import { type KeptCacheOptions, kept_cache } from './kept_cache.ts';
import type { EntryStore, StoredEntry } from './store.ts';

const digest = (digit: string) => digit.repeat(32);
const [F, G, A, B, C] = ['f', '9', 'a', 'b', 'c'].map(digest) as [string, string, string, string, string];
const buffer = (...bytes: number[]) => Uint8Array.from(bytes).buffer;
const files = (text = ''): AppFiles => ({ entrypoint: 'app.py', files: { 'app.py': new Blob([text]) } });

/** Entries in memory; `broken` makes every access fail. */
function memory_store() {
  const kept = new Map<string, StoredEntry>();
  const state = { broken: false };
  const name = (place: readonly unknown[]) => JSON.stringify(place);
  const check = () => {
    if (state.broken) throw new DOMException('Storage is blocked.', 'SecurityError');
  };
  const store: EntryStore = {
    async of_app(app) {
      check();
      return [...kept.values()].filter(({ place }) => place[0] === app);
    },
    async has_app(app) {
      return [...kept.values()].some(({ place }) => place[0] === app);
    },
    async put(place, value) {
      check();
      kept.set(name(place), { place: [...place], value });
    },
    async drop(beginning) {
      check();
      for (const [key, { place }] of [...kept]) {
        if (beginning.every((part, at) => place[at] === part)) kept.delete(key);
      }
    },
  };
  return { store, kept, state };
}

function origin_key() {
  let key: CryptoKey | undefined;
  return {
    load: async () => key,
    async keep(made: CryptoKey) {
      key ??= made;
      return key;
    },
    async forget() {
      key = undefined;
    },
  };
}

const seal = entry_seal(originMac(platformCrypto(), origin_key()), async (app) => app);

function fixture(more: Partial<KeptCacheOptions> = {}, memory = memory_store()) {
  const said: string[] = [];
  const marks: boolean[] = [];
  let now = 0;
  let current = files();
  const cache = kept_cache({
    app: 'https://a.example/app.tablit',
    files: () => current,
    code_of: async ({ files: all }) => `code ${(await all['app.py']?.text()) ?? ''}`,
    store: memory.store,
    seal,
    mark: (are_there) => marks.push(are_there),
    say: (text) => said.push(text),
    now: () => ++now,
    ...more,
  });
  return {
    ...memory,
    memory,
    cache,
    said,
    marks,
    save: (text: string) => {
      current = files(text);
    },
    entries: async () => {
      const found = await cache.entries(current);
      return Promise.all(
        found.map(async (one) => `${one.function[0]}${one.key[0]} ${[...(await one.data.bytes())]}`),
      );
    },
  };
}

const put = (name: string, key: string, ...bytes: number[]) => ({
  function: name,
  key,
  data: buffer(...bytes),
});

it('gives back what was kept, the last of each place, and says whether there is something', async () => {
  const { cache, entries, marks, said } = fixture();
  expect(await entries()).toEqual([]);
  await cache.keep_entry(put(F, A, 1));
  await cache.keep_entry(put(G, A, 2));
  await cache.keep_entry(put(F, A, 3));
  expect(await entries()).toEqual(['9a 2', 'fa 3']);
  expect(marks).toEqual([false, true, true, true, true]);
  expect(said).toEqual([]);
});

it('drops one entry, those of a function, and all, in the order in which it was asked', async () => {
  const { cache, entries, marks } = fixture();
  for (const [name, key] of [
    [F, A],
    [F, B],
    [G, A],
    [G, B],
  ] as const)
    void cache.keep_entry(put(name, key, 1));
  void cache.drop_entries({ function: F, key: A });
  expect(await entries()).toEqual(['fb 1', '9a 1', '9b 1']);
  void cache.drop_entries({ function: G });
  expect(await entries()).toEqual(['fb 1']);
  void cache.keep_entry(put(F, C, 1));
  void cache.drop_entries({});
  expect(await entries()).toEqual([]);
  expect(marks.at(-1)).toBe(false);
});

describe('room', () => {
  const limits = { entry: 5, total: 10, entries: 3 };

  it('is made by the oldest', async () => {
    const { cache, entries } = fixture({ limits });
    for (const key of [A, B, C]) await cache.keep_entry(put(F, key, 1, 2, 3, 4));
    expect(await entries()).toEqual(['fb 1,2,3,4', 'fc 1,2,3,4']);
    for (const key of [A, B, C]) await cache.keep_entry(put(G, key, 1));
    expect(await entries()).toEqual(['9a 1', '9b 1', '9c 1']);
  });

  it('is counted from what earlier visits left', async () => {
    const first = fixture({ limits });
    for (const key of [A, B]) await first.cache.keep_entry(put(F, key, 1, 2, 3, 4, 5));
    const second = fixture({ limits, now: () => 100 }, first.memory);
    await second.entries();
    await second.cache.keep_entry(put(F, C, 1));
    expect(await second.entries()).toEqual(['fb 1,2,3,4,5', 'fc 1']);
  });

  it('is not for one that is too large, nor for a heap of them, and one line says so', async () => {
    const { cache, entries, said } = fixture({ limits });
    await cache.keep_entry(put(F, A, 1, 2, 3, 4, 5, 6));
    await Promise.all([A, B, C].map((key) => cache.keep_entry(put(F, key, 1, 2, 3, 4, 5))));
    expect(await entries()).toEqual(['fa 1,2,3,4,5', 'fb 1,2,3,4,5']);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('was not kept on disk');
  });
});

it('begins with nothing when the code has changed, and removes what the older one kept', async () => {
  const { cache, entries, save, kept, said } = fixture();
  await cache.keep_entry(put(F, A, 1));
  save('other');
  expect(await entries()).toEqual([]);
  expect(kept.size).toBe(0);
  await cache.keep_entry(put(F, A, 2));
  expect(await entries()).toEqual(['fa 2']);
  expect(said).toEqual([]);
});

it('refuses and removes every entry that it did not seal for this place', async () => {
  const { cache, entries, kept, memory, said, store } = fixture();
  await cache.keep_entry(put(F, A, 1));
  const [name, { place, value }] = [...kept][0] as [string, StoredEntry];
  const sealed = value as { mac: Uint8Array; data: Uint8Array; written: number };
  const [app, code] = place as [string, string];
  const attacks: readonly StoredEntry[] = [
    { place, value: { ...sealed, data: Uint8Array.of(2) } },
    { place, value: { ...sealed, mac: new Uint8Array(32) } },
    { place, value: { ...sealed, mac: new Uint8Array(0) } },
    { place, value: { data: sealed.data, written: 1 } },
    { place, value: { ...sealed, data: [1] } },
    { place, value: 'text' },
    { place, value: null },
    { place: [app, code, F, B], value },
    { place: [app, code, G, A], value },
    { place: [app, code, `${F} ${A}`, ''], value },
    { place: [app, code, F], value },
    { place: [app, code, F, A, 'more'], value },
    { place: [app, code, 1, 2], value },
  ];
  for (const attack of attacks) {
    kept.clear();
    kept.set(name, attack);
    said.length = 0;
    expect(await entries(), JSON.stringify(attack)).toEqual([]);
    expect(kept.size).toBe(0);
    expect(said).toEqual([
      expect.stringContaining('1 entry of this app’s caches on disk was not written by'),
    ]);
  }
  const other = fixture({ app: 'https://b.example/app.tablit' }, memory);
  await store.put(['https://b.example/app.tablit', code, F, A], value);
  expect(await other.entries()).toEqual([]);
  expect(other.said).toHaveLength(1);
});

it('hears no message that is not as agreed', async () => {
  const { cache, kept, said } = fixture();
  const hostile: readonly unknown[] = [
    undefined,
    null,
    'entry',
    {},
    { function: F, key: A },
    { function: F, key: A, data: 'text' },
    { function: '../../x', key: A, data: buffer(1) },
    { function: F, key: `${A}0`, data: buffer(1) },
    { function: F, key: A, data: buffer(1), more: 1 },
    { function: [F], key: A, data: buffer(1) },
  ];
  for (const message of hostile) await cache.keep_entry(message as never);
  expect(kept.size).toBe(0);
  await cache.keep_entry(put(F, A, 1));
  const places: readonly unknown[] = [
    undefined,
    null,
    { key: A },
    { function: 1 },
    { function: 'x' },
    { other: 1 },
    { function: F, key: '' },
  ];
  for (const place of places) await cache.drop_entries(place as never);
  expect(kept.size).toBe(1);
  expect(said.every((line) => line.includes('asked for something that no cache needs'))).toBe(true);
});

it('never rejects where the browser keeps nothing, and says so once', async () => {
  const { cache, entries, said, state, save } = fixture();
  state.broken = true;
  expect(await entries()).toEqual([]);
  await cache.keep_entry(put(F, A, 1));
  await cache.drop_entries({});
  expect(said).toEqual([expect.stringContaining('Storage is blocked.')]);
  state.broken = false;
  save('');
  await cache.keep_entry(put(F, A, 2));
  expect(await entries()).toEqual(['fa 2']);
});
