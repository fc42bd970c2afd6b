/**
 * Code in the image knows its lines and not its columns: a twelfth less to load, for carets under code of the standard
 * library that no reader is shown. An app's own code is compiled in the page, where columns are to be known again; the
 * interpreter takes that choice only at its start, so it is changed in its memory.
 */
import type { Heap } from './heap.ts';

/** What starts Python without columns. */
export const no_columns = { PYTHONNODEBUGRANGES: '1' } as const;

export interface ConfigHeap extends Heap {
  readonly HEAP32: Int32Array;
  stringToNewUTF8(text: string): number;
  /** Writes to `result`; negative when there is no such option. */
  _PyConfig_GetInt(name: number, result: number): number;
  __Py_GetConfig(): number;
}

/** Generous for `PyConfig`, whose options are one integer after the other. */
const config_size = 1024;

/**
 * Lets code that is compiled from now on know its columns. The option is found by setting one zero after the other
 * until Python says that it changed; throws when none was it.
 */
export function know_columns(heap: ConfigHeap): void {
  const name = heap.stringToNewUTF8('code_debug_ranges');
  const result = heap._malloc(4);
  const is_on = () => heap._PyConfig_GetInt(name, result) >= 0 && heap.HEAP32[result >>> 2] === 1;
  const config = heap.__Py_GetConfig() >>> 2;
  const found = range(config, config + config_size / 4).some((field) => {
    if (heap.HEAP32[field] !== 0) return false;
    heap.HEAP32[field] = 1;
    if (is_on()) return true;
    heap.HEAP32[field] = 0;
    return false;
  });
  heap._free(result);
  heap._free(name);
  if (!found) throw new Error('This Python keeps the option code_debug_ranges in another place.');
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
