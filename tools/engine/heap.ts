/** Makes a heap worth packing: what was freed is still full of what was there, and is wiped. */

export interface Heap {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
  _malloc(size: number): number;
  _free(pointer: number): void;
  _malloc_usable_size(pointer: number): number;
  _emscripten_get_sbrk_ptr(): number;
}

const largest = 1 << 18;
const smallest = 8;

/**
 * Fills free memory with zeros: takes every free block by asking for each size, from large to small, until the heap
 * would have to grow for one more, wipes what it got, and gives it all back. The heap grows by less than 1 MiB.
 */
export function wipe_free_memory(heap: Heap): void {
  const held: number[] = [];
  for (let size = largest; size >= smallest; size = smaller(size)) {
    const end = end_of(heap);
    while (end_of(heap) === end) {
      const pointer = heap._malloc(size);
      if (pointer === 0) break;
      heap.HEAPU8.fill(0, pointer, pointer + heap._malloc_usable_size(pointer));
      held.push(pointer);
    }
  }
  for (const pointer of held) heap._free(pointer);
}

/** Halves large sizes; small blocks are taken to the last one, as the allocator keeps a list for each size. */
function smaller(size: number): number {
  return size > 512 ? size >> 1 : size - 8;
}

/** Where the heap ends. The views are asked for anew each time: growing replaces them. */
function end_of(heap: Heap): number {
  return heap.HEAPU32[heap._emscripten_get_sbrk_ptr() >>> 2] as number;
}
