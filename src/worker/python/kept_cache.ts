/**
 * Entries of `st.cache_data(persist="disk")` in the worker. Python wants them at once, in the midst of a call, and the
 * worker has no storage: so the shell hands in what it has when the app is opened, and is told of what is new.
 */
import type { ShellServices } from '../../wire/api.ts';
import type { KeptEntry } from '../../wire/cache.ts';

/** As Python sees it (`tablit.cache_disk`). `function` and `key` are digests; what is not given means all. */
export interface PythonCache {
  read(name: string, key: string): Uint8Array | undefined;
  write(name: string, key: string, data: Uint8Array): void;
  drop(name: string | undefined, key: string | undefined): void;
}

export type CacheServices = Pick<ShellServices, 'keep_entry' | 'drop_entries'>;

/** Reads a blob at once. Only workers can. */
export type ReadNow = (blob: Blob) => ArrayBuffer;

const read_now: ReadNow = (blob) => new FileReaderSync().readAsArrayBuffer(blob);

export function python_cache(
  entries: readonly KeptEntry[],
  services: CacheServices,
  read: ReadNow = read_now,
): PythonCache {
  const kept = new Map<string, Map<string, Blob>>();
  const of = (name: string): Map<string, Blob> => {
    const known = kept.get(name) ?? new Map<string, Blob>();
    kept.set(name, known);
    return known;
  };
  for (const entry of entries) of(entry.function).set(entry.key, entry.data);
  return {
    read(name, key) {
      const blob = kept.get(name)?.get(key);
      try {
        return blob && new Uint8Array(read(blob));
      } catch {
        return undefined; // the browser let it go: it is worked out anew
      }
    },
    write(name, key, data) {
      const own = data.slice();
      of(name).set(key, new Blob([own]));
      void services.keep_entry({ function: name, key, data: own.buffer });
    },
    drop(name, key) {
      if (name === undefined) kept.clear();
      else if (key === undefined) kept.delete(name);
      else kept.get(name)?.delete(key);
      void services.drop_entries({
        ...(name === undefined ? {} : { function: name }),
        ...(key === undefined ? {} : { key }),
      });
    },
  };
}
