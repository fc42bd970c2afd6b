/**
 * Makes the memory image: boots Pyodide in Node, imports what apps import, and takes the heap as it then is. A page
 * that starts from it needs a fraction of a second instead of seconds.
 */
import { readFile } from 'node:fs/promises';
import { loadPyodide } from 'pyodide';
import type { Pyodide } from '../../src/worker/python/engine/handle.ts';
import { pack_image } from '../../src/worker/python/engine/image.ts';
import { type LinkSettings, link_late } from '../../src/worker/python/engine/links.ts';
import { mount_package } from '../../src/worker/python/engine/python.ts';
import { type ConfigHeap, know_columns, no_columns } from './columns.ts';
import { pyodide_file } from './files.ts';
import { wipe_free_memory } from './heap.ts';
import { names_to_link } from './links.ts';
import { image_modules } from './modules.ts';

/** The functions of `src/worker/python/tablit/image.py`. */
interface ImageModule {
  prepare(modules: string, variables: string): string;
}

/** What the start of a module shows of it. */
interface Api {
  readonly config: { readonly BUILD_ID: string };
  serializeHiwireState(): unknown;
}
type Module = ConfigHeap & { readonly API: Api };
type CreateModule = (settings: LinkSettings) => Promise<Module>;

/** What only the making of an image calls (`heap.ts`, `columns.ts`). */
const called_here = ['_malloc_usable_size', '_PyConfig_GetInt', '__Py_GetConfig'];

export interface Image {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Files of the standard library's archive whose modules are in the image. */
  readonly inside: readonly string[];
}

/**
 * The heap of an interpreter that has `archive` mounted and `modules` imported, packed. It belongs to exactly this
 * Pyodide and this archive. Throws when a module cannot be imported, naming it, and when Python holds a JavaScript
 * object.
 */
export async function make_image(
  archive: Uint8Array,
  modules: readonly string[] = image_modules,
): Promise<Image> {
  // The program is loaded here, as `loadPyodide` does not give the module away before Python has started in it.
  const program = import.meta.resolve('pyodide/pyodide.asm.mjs');
  const { default: link_all } = (await import(program)) as { readonly default: CreateModule };
  const links = await find_links();
  const create: CreateModule = (settings) => {
    link_late(settings, links);
    return link_all(settings);
  };
  const fresh = [await fresh_memory(create), await without_trampoline(() => fresh_memory(create))];
  const { module, inside } = await without_trampoline(() => start_python(create, archive, modules));
  const { BUILD_ID } = module.API.config;
  const config = module.API.serializeHiwireState();
  wipe_free_memory(module);
  return { bytes: pack_image({ build_id: BUILD_ID, config, links }, module.HEAPU8, fresh), inside };
}

async function find_links(): Promise<readonly string[]> {
  const [program, loader] = await Promise.all(
    (['pyodide.asm.mjs', 'pyodide.mjs'] as const).map((name) => readFile(pyodide_file(name), 'utf8')),
  );
  const wasm = await WebAssembly.compile(await readFile(pyodide_file('pyodide.asm.wasm')));
  return names_to_link(wasm, program as string, [loader as string, called_here.join(' ')]);
}

/** An interpreter in which everything is imported and no JavaScript object is left. */
async function start_python(
  create: CreateModule,
  archive: Uint8Array,
  modules: readonly string[],
): Promise<{ readonly module: Module; readonly inside: readonly string[] }> {
  let module: Module | undefined;
  const createPyodideModule = async (settings: LinkSettings) => {
    module = await create(settings);
    return module;
  };
  // The seed of `hash()` stays as it is in the image for everyone; a fixed one makes builds alike.
  const build_only = { ...no_columns, PYTHONHASHSEED: '0' };
  const env = { HOME: '/home/pyodide', ...build_only };
  const pyodide = (await load({ _makeSnapshot: true, env, createPyodideModule })) as Pyodide;
  mount_package(pyodide, archive);
  const image = pyodide.pyimport<ImageModule>('tablit.image');
  // One string: an array would be a JavaScript object inside Python, which an image cannot hold.
  const inside = image.prepare(modules.join(' '), Object.keys(build_only).join(' ')).split('\n');
  image.destroy();
  if (!module) throw new TypeError('Pyodide started without its module.');
  know_columns(module);
  return { module, inside };
}

/** The memory of a module in which nothing has run yet, as it is when an image is put into it. */
async function fresh_memory(create: CreateModule): Promise<Uint8Array> {
  const taken = new Error('taken');
  let memory: Uint8Array | undefined;
  const createPyodideModule = async (settings: LinkSettings) => {
    memory = (await create(settings)).HEAPU8.slice();
    throw taken;
  };
  // An image of no content, so that Python is not started; the module is all that is wanted.
  const image = { _loadSnapshot: new Uint8Array() };
  await load({ ...image, createPyodideModule }).catch((error) => {
    if (error !== taken) throw error;
  });
  if (!memory) throw new TypeError('Pyodide did not ask for its module.');
  return memory;
}

/** `loadPyodide` with the options that its types call private. */
function load(options: object): Promise<unknown> {
  return loadPyodide(options);
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
