/**
 * Makes the memory image: boots Pyodide in Node, imports what apps import, and takes the heap as it then is. A page
 * that starts from it needs a fraction of a second instead of seconds.
 */
import { loadPyodide } from 'pyodide';
import type { Pyodide } from '../../src/worker/python/engine/handle.ts';
import { mount_package } from '../../src/worker/python/engine/python.ts';
import { image_modules } from './modules.ts';

/** The functions of `src/worker/python/tablit/image.py`. */
interface ImageModule {
  prepare(modules: string): void;
}

/**
 * The heap of an interpreter that has `archive` mounted and `modules` imported. It belongs to exactly this Pyodide
 * and this archive. Throws when a module cannot be imported, naming it, and when Python holds a JavaScript object.
 */
export async function make_image(
  archive: Uint8Array,
  modules: readonly string[] = image_modules,
): Promise<Uint8Array<ArrayBuffer>> {
  return without_trampoline(async () => {
    // The seed of `hash()` stays as it is in the image for everyone; a fixed one makes builds alike.
    const env = { HOME: '/home/pyodide', PYTHONHASHSEED: '0' };
    const api = await loadPyodide({ _makeSnapshot: true, env });
    const pyodide = api as unknown as Pyodide;
    mount_package(pyodide, archive);
    const image = pyodide.pyimport<ImageModule>('tablit.image');
    // One string: an array would be a JavaScript object inside Python, which an image cannot hold.
    image.prepare(modules.join(' '));
    image.destroy();
    return new Uint8Array(api.makeMemorySnapshot());
  });
}

/**
 * Newer V8 gives Pyodide a table slot for its call trampoline at boot and leaves the slot's number in the heap, and
 * an engine without such a slot then crashes in its first call. Pyodide makes none where `navigator` says iPhone.
 */
async function without_trampoline<T>(boot: () => Promise<T>): Promise<T> {
  const kept = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  const value = { userAgent: 'iPhone', platform: 'iPhone', language: 'en-US' };
  Object.defineProperty(globalThis, 'navigator', { value, configurable: true, writable: true });
  try {
    return await boot();
  } finally {
    if (kept) Object.defineProperty(globalThis, 'navigator', kept);
    else Reflect.deleteProperty(globalThis, 'navigator');
  }
}
