import { describe, expect, test } from 'vitest';
import { open_image, pack_image } from './image.ts';

const page = 4096;
const head = { build_id: 'abc', config: { keys: [1, null] }, links: ['memory'] };

/** Memory of whole pages, each filled with one byte. */
function memory(...bytes: readonly number[]): Uint8Array {
  const result = new Uint8Array(bytes.length * page);
  for (const [index, byte] of bytes.entries()) result.fill(byte, index * page, (index + 1) * page);
  return result;
}

//             module's  zeroed  new  zero  differs between modules
const fresh_a = memory(1, 2, 0, 0, 5);
const fresh_b = memory(1, 2, 0, 0, 6);
const heap = memory(1, 0, 3, 0, 5);
const image = pack_image(head, heap, [fresh_a, fresh_b]);

describe('a memory image', () => {
  test('restores the heap into the memory of a module that is new', () => {
    for (const fresh of [fresh_a, fresh_b]) {
      const restored = fresh.slice();
      open_image(image).restore(restored);
      expect(restored).toEqual(heap);
    }
  });

  test('leaves what lies behind it alone', () => {
    const larger = memory(1, 2, 0, 0, 5, 9);
    open_image(image).restore(larger);
    expect(larger).toEqual(memory(1, 0, 3, 0, 5, 9));
  });

  test('says whose it is and how large', () => {
    const { head: read, size } = open_image(image);
    expect({ read, size }).toEqual({ read: head, size: heap.length });
  });

  test('holds only the pages that the module has not', () => {
    const literals = 2 * page;
    expect(image.length).toBeLessThan(literals + 200);
  });

  test('refuses a module whose own pages are not those it was made with', () => {
    const other = memory(7, 2, 0, 0, 5);
    expect(() => open_image(image).restore(other)).toThrow(/another build/);
    expect(other).toEqual(memory(7, 2, 0, 0, 5));
  });

  test.each([
    ['empty', image.slice(0, 0)],
    ['only a head', image.slice(0, 20)],
    ['cut short', image.slice(0, image.length - 1)],
    ['too long', Uint8Array.of(...image, 0)],
    ['something else', new Uint8Array(10_000).fill(7)],
  ])('that is %s is refused', (_what, bytes) => {
    expect(() => open_image(bytes)).toThrow(RangeError);
  });

  test('may lie anywhere in a buffer', () => {
    const shifted = new Uint8Array(image.length + 3);
    shifted.set(image, 3);
    const restored = fresh_a.slice();
    open_image(shifted.subarray(3)).restore(restored);
    expect(restored).toEqual(heap);
  });
});

test('a heap that is no whole number of pages cannot be packed', () => {
  expect(() => pack_image(head, new Uint8Array(page + 1), [])).toThrow(RangeError);
});
