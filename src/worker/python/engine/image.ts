/**
 * The memory image: the heap of an interpreter that has already started and imported, without what a page has anyway.
 *
 * A heap of 30 MB is one half zeros, and an eighth is what the WebAssembly module itself puts there. Both are left out,
 * page by page; of the pages left out because the module has them, a checksum is kept.
 *
 * ```
 * u32 magic, version, bytes of head, pages, checksum | head: JSON in UTF-8 | one byte a page | literal pages
 * ```
 */

/** What Pyodide needs besides the heap. */
export interface ImageHead {
  /** Of the Pyodide that made it; no other can use it. */
  readonly build_id: string;
  /** What `restoreSnapshot` returns; Pyodide's own affair. */
  readonly config: unknown;
  /** Names that were linked, in this order, when it was made: what is in the heap are numbers that it gave them. */
  readonly links: readonly string[];
}

export interface Image {
  readonly head: ImageHead;
  /** Bytes of the heap. */
  readonly size: number;
  /** Writes the heap into `memory`, as the module left it. Throws when `memory` is not as it was when it was made. */
  restore(memory: Uint8Array): void;
}

const magic = 0x49424154;
const version = 2;
const page_size = 4096;
const fields = 5;

const empty = new Uint8Array(page_size);

const zero = 0;
const literal = 1;
const same = 2;

/**
 * Packs `heap`, whole pages. `fresh` are memories of the module before anything ran in it, made in different
 * circumstances: a page is left out only when it is alike in all.
 */
export function pack_image(
  head: ImageHead,
  heap: Uint8Array,
  fresh: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const pages = heap.length / page_size;
  if (!Number.isInteger(pages)) throw new RangeError('The heap is not a whole number of pages.');
  const kinds = Uint8Array.from({ length: pages }, (_, page) => kind_of(page, heap, fresh));
  const head_bytes = new TextEncoder().encode(JSON.stringify(head));
  const start = 4 * fields + head_bytes.length + pages;
  const image = new Uint8Array(start + page_size * kinds.filter((kind) => kind === literal).length);
  const numbers = [magic, version, head_bytes.length, pages, checksum(kinds, heap)];
  const view = new DataView(image.buffer);
  for (const [index, number] of numbers.entries()) view.setUint32(4 * index, number, true);
  image.set(head_bytes, 4 * fields);
  image.set(kinds, 4 * fields + head_bytes.length);
  let at = start;
  for (const [page, kind] of kinds.entries()) {
    if (kind !== literal) continue;
    image.set(page_of(heap, page), at);
    at += page_size;
  }
  return image;
}

/** Reads an image's head. Throws a `RangeError` when it is no image, or one of another version or cut short. */
export function open_image(image: Uint8Array): Image {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  if (image.length < 4 * fields || view.getUint32(0, true) !== magic || view.getUint32(4, true) !== version) {
    throw new RangeError('Not a memory image of this version.');
  }
  const [head_size, pages, sum] = [8, 12, 16].map((at) => view.getUint32(at, true)) as [
    number,
    number,
    number,
  ];
  const map = 4 * fields + head_size;
  const kinds = image.subarray(map, map + pages);
  const literals = image.subarray(map + pages);
  const expected = page_size * kinds.reduce((count, kind) => count + (kind === literal ? 1 : 0), 0);
  if (kinds.length !== pages || literals.length !== expected)
    throw new RangeError('The memory image is cut short.');
  return {
    head: JSON.parse(new TextDecoder().decode(image.subarray(4 * fields, map))) as ImageHead,
    size: pages * page_size,
    restore: (memory) => write_pages(kinds, literals, sum, memory),
  };
}

function write_pages(kinds: Uint8Array, literals: Uint8Array, sum: number, memory: Uint8Array): void {
  if (checksum(kinds, memory) !== sum) {
    throw new RangeError('The memory image belongs to another build of the engine.');
  }
  let at = 0;
  for (const [start, end, kind] of runs_of(kinds)) {
    if (kind === zero) wipe(memory, start, end);
    if (kind !== literal) continue;
    const length = (end - start) * page_size;
    memory.set(literals.subarray(at, at + length), start * page_size);
    at += length;
  }
}

/**
 * Zeroes pages, those alone that are not zero yet: to write to a page that nobody has touched makes the system give it
 * real memory, which for half of a heap is 15 MB.
 */
function wipe(memory: Uint8Array, start: number, end: number): void {
  for (let page = start; page < end; page++) {
    if (!is_empty(page_of(memory, page))) page_of(memory, page).fill(0);
  }
}

function is_empty(page: Uint8Array): boolean {
  const words = new Int32Array(page.buffer, page.byteOffset, page.byteLength / 4);
  for (let at = 0; at < words.length; at += 4) {
    const four =
      (words[at] as number) |
      (words[at + 1] as number) |
      (words[at + 2] as number) |
      (words[at + 3] as number);
    if (four !== 0) return false;
  }
  return true;
}

/** Pages of one kind that follow each other: `[first, one after the last, kind]`. */
function* runs_of(kinds: Uint8Array): Generator<[number, number, number]> {
  let start = 0;
  for (let page = 1; page <= kinds.length; page++) {
    if (kinds[page] === kinds[start]) continue;
    yield [start, page, kinds[start] as number];
    start = page;
  }
}

function kind_of(page: number, heap: Uint8Array, fresh: readonly Uint8Array[]): number {
  const content = page_of(heap, page);
  if (is_equal(content, empty)) return zero;
  return fresh.every((memory) => is_equal(content, page_of(memory, page))) ? same : literal;
}

function page_of(memory: Uint8Array, page: number): Uint8Array {
  return memory.subarray(page * page_size, (page + 1) * page_size);
}

function is_equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}

/** FNV-1a over the 32-bit words of the pages that are left out as the module has them. */
function checksum(kinds: Uint8Array, memory: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const [start, end, kind] of runs_of(kinds)) {
    if (kind !== same) continue;
    const words = new Uint32Array(
      memory.buffer,
      memory.byteOffset + start * page_size,
      ((end - start) * page_size) / 4,
    );
    for (let index = 0; index < words.length; index++)
      sum = Math.imul(sum ^ (words[index] as number), 0x01000193);
  }
  return sum >>> 0;
}
