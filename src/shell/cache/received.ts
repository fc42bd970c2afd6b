/** What the worker asks for, checked. Each throws a `WireError`. */
import { type CacheEntry, type CachePlace, cache_entry, cache_place, is_digest } from '../../wire/cache.ts';
import { parse, WireError } from '../../wire/schema.ts';

export function entry_of(given: unknown): CacheEntry {
  const entry = parse(cache_entry, given, 'entry');
  check_digest('entry', 'function', entry.function);
  check_digest('entry', 'key', entry.key);
  return entry;
}

export function place_of(given: unknown): CachePlace {
  const place = parse(cache_place, given, 'place');
  if (place.function !== undefined) check_digest('place', 'function', place.function);
  else if (place.key !== undefined)
    throw new WireError('place', { path: ['key'], expected: 'none without a function' });
  if (place.key !== undefined) check_digest('place', 'key', place.key);
  return place;
}

function check_digest(what: string, field: string, text: string): void {
  if (!is_digest(text)) throw new WireError(what, { path: [field], expected: '32 hexadecimal digits' });
}
