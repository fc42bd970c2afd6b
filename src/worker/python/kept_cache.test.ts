import { expect, it } from 'vitest';
import { python_cache } from './kept_cache.ts';

const [F, G, A, B] = ['f', '9', 'a', 'b'].map((digit) => digit.repeat(32)) as [
  string,
  string,
  string,
  string,
];

function fixture() {
  const calls: unknown[] = [];
  const texts = new Map<Blob, string>();
  const blob = (text: string) => {
    const made = new Blob([text]);
    texts.set(made, text);
    return made;
  };
  const cache = python_cache(
    [{ function: F, key: A, data: blob('kept') }],
    {
      keep_entry: async (entry) => void calls.push({ ...entry, data: new TextDecoder().decode(entry.data) }),
      drop_entries: async (place) => void calls.push(place),
    },
    (of) => {
      const text = texts.get(of);
      if (text === undefined) throw new DOMException('It is gone.', 'NotReadableError');
      return new TextEncoder().encode(text).buffer;
    },
  );
  const read = (name: string, key: string) => {
    const found = cache.read(name, key);
    return found && new TextDecoder().decode(found);
  };
  return { cache, calls, read };
}

it('reads what the shell handed in, and only that place', () => {
  const { read } = fixture();
  expect(read(F, A)).toBe('kept');
  expect(read(F, B)).toBeUndefined();
  expect(read(G, A)).toBeUndefined();
});

it('tells the shell of what is new, as its own copy', () => {
  const { cache, calls } = fixture();
  const data = new TextEncoder().encode('new');
  cache.write(G, B, data.subarray(0, 2));
  data.fill(0);
  expect(calls).toEqual([{ function: G, key: B, data: 'ne' }]);
});

it('finds nothing where a blob cannot be read any more', () => {
  const { cache, read } = fixture();
  cache.write(F, A, new Uint8Array(1));
  expect(read(F, A)).toBeUndefined();
});

it.each([
  [[F, A], { function: F, key: A }],
  [[F, undefined], { function: F }],
  [[undefined, undefined], {}],
] as const)('drops %j here and there', ([name, key], place) => {
  const { cache, calls, read } = fixture();
  cache.drop(name, key);
  expect(read(F, A)).toBeUndefined();
  expect(calls).toEqual([place]);
});
