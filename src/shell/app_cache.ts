/**
 * What an app's cached functions keep on disk, as the page's program sees it. Most apps keep nothing: then nothing more
 * than this is fetched, and a start waits for nothing.
 */
import type { ShellServices } from '../wire/api.ts';
import type { KeptEntry } from '../wire/cache.ts';
import type { AppFiles, AppSource } from './app_source.ts';

export interface CacheOptions {
  readonly app: Pick<AppSource, 'identity'>;
  readonly files: () => AppFiles;
  /** A line for the console of the page. */
  readonly say: (text: string) => void;
}

/** The part that is fetched when there is something to keep. No method rejects. */
export interface AppCache extends Pick<ShellServices, 'keep_entry' | 'drop_entries'> {
  /** Those of the app with these files whose seal holds; others are removed. */
  entries(files: AppFiles): Promise<readonly KeptEntry[]>;
}

/** Under this name the browser remembers that there are entries: it can be asked at once. */
export const cache_mark = (identity: string) => `tablit.cache ${identity}`;

export function app_cache(options: CacheOptions): AppCache {
  let loaded: Promise<AppCache> | undefined;
  const load = () => {
    loaded ??= import('./cache/start.ts').then(({ start_cache }) => start_cache(options));
    loaded.catch(() => {
      loaded = undefined;
    });
    return loaded;
  };
  const is_there = () => loaded !== undefined || has_mark(options.app.identity);
  const use = <T>(work: (cache: AppCache) => Promise<T>, otherwise: T): Promise<T> =>
    load().then(work, () => otherwise);
  return {
    entries: async (files) => (is_there() ? use((cache) => cache.entries(files), []) : []),
    keep_entry: (entry) => use((cache) => cache.keep_entry(entry), undefined),
    drop_entries: async (place) => {
      if (is_there()) await use((cache) => cache.drop_entries(place), undefined);
    },
  };
}

function has_mark(identity: string): boolean {
  try {
    return localStorage.getItem(cache_mark(identity)) !== null;
  } catch {
    return false;
  }
}
