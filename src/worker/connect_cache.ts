/** Joins this worker's caches to the shell, at the other end of the port of calls. */
import { transfer, wrap } from 'comlink';
import type { ShellServices } from '../wire/api.ts';
import type { CacheServices } from './python/kept_cache.ts';

export function connect_cache(calls: MessagePort): CacheServices {
  const shell = wrap<ShellServices>(calls);
  return {
    keep_entry: (entry) => shell.keep_entry(transfer(entry, [entry.data])),
    drop_entries: (place) => shell.drop_entries(place),
  };
}
