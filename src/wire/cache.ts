/** Entries of `st.cache_data(persist="disk")` on their way between worker and shell. Checked where they come in. */
import { type Infer, s } from './schema.ts';

/** `function` and `key` are digests: 32 hexadecimal digits. The data is Python's and is only ever read by it. */
export const cache_entry = s.object({ function: s.string, key: s.string, data: s.bytes });
export type CacheEntry = Infer<typeof cache_entry>;

/** Which entries: one, all of a function, or with neither all of the app. */
export const cache_place = s.object({ function: s.optional(s.string), key: s.optional(s.string) });
export type CachePlace = Infer<typeof cache_place>;

/** An entry of an earlier visit, whose seal held. */
export interface KeptEntry {
  readonly function: string;
  readonly key: string;
  readonly data: Blob;
}

export function is_digest(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}
