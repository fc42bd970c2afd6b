/**
 * The entries of one app's caches on disk. They are pickles, and a pickle runs code when Python reads it: so each entry is
 * sealed with a key of this browser for its app, its code, its function and its arguments, and only one whose seal holds
 * is ever handed to a worker.
 */
import type { CacheEntry, CachePlace, KeptEntry } from '../../wire/cache.ts';
import type { AppCache } from '../app_cache.ts';
import type { AppFiles } from '../app_source.ts';
import type { EntrySeal } from './entry_seal.ts';
import { entry_of, place_of } from './received.ts';
import type { EntryPlace, EntryStore } from './store.ts';

export interface KeptCacheOptions {
  /** The app, whatever its code: `AppSource.identity`. */
  readonly app: string;
  readonly files: () => AppFiles;
  /** Names the code of an app: a changed one begins with nothing. */
  readonly code_of: (files: AppFiles) => Promise<string>;
  readonly store: EntryStore;
  readonly seal: EntrySeal;
  /** Remembers, or forgets, that there are entries. */
  readonly mark: (are_there: boolean) => void;
  /** A line for the console of the page. */
  readonly say: (text: string) => void;
  readonly now: () => number;
  readonly limits?: CacheLimits;
}

export interface CacheLimits {
  /** Bytes of one entry, and of all of an app. */
  readonly entry: number;
  readonly total: number;
  readonly entries: number;
}

export const cache_limits: CacheLimits = { entry: 64 * 2 ** 20, total: 256 * 2 ** 20, entries: 2_000 };

export function kept_cache(options: KeptCacheOptions): AppCache {
  const { app, store, seal, limits = cache_limits } = options;
  const say = each_once(options.say);
  const in_turn = one_after_the_other((error) => say(not_kept(error)));
  const code_of = of_the_last(options.code_of);
  /** By function and key; insertion is the order of writing. */
  const sizes = new Map<string, number>();
  let waiting = 0;

  async function checked(files: AppFiles): Promise<readonly KeptEntry[]> {
    const code = await code_of(files);
    const held: (KeptEntry & { readonly written: number })[] = [];
    let refused = 0;
    for (const { place, value } of await store.of_app(app)) {
      const opened = place[1] === code ? await seal.open(place as unknown as EntryPlace, value) : undefined;
      if (opened) {
        const [, , name, key] = place as unknown as EntryPlace;
        held.push({ function: name, key, data: new Blob([opened.data]), written: opened.written });
        continue;
      }
      if (place[1] === code) refused++;
      await store.drop(place);
    }
    if (refused > 0) options.say(refusal(refused));
    options.mark(held.length > 0);
    sizes.clear();
    for (const entry of held.sort((a, b) => a.written - b.written))
      sizes.set(name_of(entry), entry.data.size);
    return held.map(({ function: name, key, data }) => ({ function: name, key, data }));
  }

  async function keep(entry: CacheEntry): Promise<void> {
    const code = await code_of(options.files());
    const place: EntryPlace = [app, code, entry.function, entry.key];
    await store.put(place, await seal.seal(place, new Uint8Array(entry.data), options.now()));
    options.mark(true);
    sizes.delete(name_of(entry));
    sizes.set(name_of(entry), entry.data.byteLength);
    await make_room(code);
  }

  async function make_room(code: string): Promise<void> {
    let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const [name, size] of [...sizes]) {
      if (total <= limits.total && sizes.size <= limits.entries) return;
      await store.drop([app, code, ...name.split(' ')]);
      sizes.delete(name);
      total -= size;
    }
  }

  async function drop({ function: name, key }: CachePlace): Promise<void> {
    if (name === undefined) {
      await store.drop([app]);
      sizes.clear();
      options.mark(false);
      return;
    }
    await store.drop([app, await code_of(options.files()), name, ...(key === undefined ? [] : [key])]);
    const beginning = key === undefined ? `${name} ` : name_of({ function: name, key });
    for (const known of [...sizes.keys()]) if (known.startsWith(beginning)) sizes.delete(known);
  }

  /** Undefined, with a line in the console, for a message that is not as agreed. */
  const received = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      say(`Tablit: the app’s worker asked for something that no cache needs. ${words_of(error)}`);
      return undefined;
    }
  };

  return {
    entries: (files) => in_turn(() => checked(files), []),
    async keep_entry(given) {
      const entry = received(() => entry_of(given));
      if (!entry) return;
      const size = entry.data.byteLength;
      // What waits is in memory: an app that writes faster than the disk does not fill it.
      if (size > limits.entry || waiting + size > limits.total) return say(too_large(limits));
      waiting += size;
      await in_turn(() => keep(entry), undefined);
      waiting -= size;
    },
    async drop_entries(given) {
      const place = received(() => place_of(given));
      if (place) await in_turn(() => drop(place), undefined);
    },
  };
}

/** What was kept before a clearing must not come back after it. A failure is told to `failed`. */
function one_after_the_other(failed: (error: unknown) => void) {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    const result = last.then(work).catch((error: unknown) => {
      failed(error);
      return otherwise;
    });
    last = result;
    return result;
  };
}

/** Asks once for the same files: saving one makes other files. */
function of_the_last(code_of: (files: AppFiles) => Promise<string>) {
  let last: { readonly files: AppFiles; readonly code: Promise<string> } | undefined;
  return (files: AppFiles): Promise<string> => {
    if (last?.files !== files) last = { files, code: code_of(files) };
    return last.code;
  };
}

function each_once(say: (text: string) => void): (text: string) => void {
  const said = new Set<string>();
  return (text) => {
    if (!said.has(text)) say(text);
    said.add(text);
  };
}

function name_of(entry: Pick<CacheEntry, 'function' | 'key'>): string {
  return `${entry.function} ${entry.key}`;
}

function words_of(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function not_kept(error: unknown): string {
  const why = words_of(error);
  return `Tablit: this browser keeps no entries of this app’s caches: \`persist="disk"\` works until the tab is closed. (${why})`;
}

function too_large({ entry, total }: CacheLimits): string {
  const [one, all] = [entry, total].map((bytes) => `${Math.floor(bytes / 2 ** 20)} MB`);
  return `Tablit: an answer was not kept on disk: one may have ${one}, all together ${all}. It counts until the tab is closed.`;
}

function refusal(count: number): string {
  const [what, were] = count === 1 ? ['1 entry', 'was'] : [`${count} entries`, 'were'];
  return `Tablit: ${what} of this app’s caches on disk ${were} not written by this browser for this app and place: not read, and removed.`;
}
