/** A shelf in memory, for tests. */
import type { Shelf } from './shelf.ts';

export function memory_shelf(files: ReadonlyMap<string, string> = new Map()): Shelf & { room: number } {
  const held = new Map<string, Response>([...files].map(([sha256, text]) => [sha256, new Response(text)]));
  const values = new Map<string, string>();
  return {
    /** How many more files it takes. */
    room: Number.POSITIVE_INFINITY,
    list: async () => new Set(held.keys()),
    get: async (sha256) => held.get(sha256)?.clone(),
    async put(sha256, response) {
      if (this.room-- <= 0) throw new DOMException('no room', 'QuotaExceededError');
      held.set(sha256, response);
    },
    remove: async (sha256) => void held.delete(sha256),
    read: async (name) => JSON.parse(values.get(name) ?? 'null') ?? undefined,
    write: async (name, value) => void values.set(name, JSON.stringify(value)),
  };
}
