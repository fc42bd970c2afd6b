/**
 * The one file that touches Pyodide's internals: how it is loaded from files at hand, how a memory image is put into
 * it, and how a package is unpacked. Pyodide is pinned; what is private here is tested in real browsers.
 */
import { as_engine_error } from './errors.ts';
import { type Lock, names } from './files.ts';
import type { Pyodide } from './handle.ts';
import { open_image } from './image.ts';
import { type LinkSettings, link_late } from './links.ts';
import { type WorkerScope, with_answers, with_script_url } from './scope.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Emscripten's module while it starts, as far as it is used here. */
interface EmscriptenModule {
  readonly HEAPU8: Uint8Array;
  /** Makes the memory at least `size` bytes large, in pages of 64 KiB. Falsy when the browser refuses. */
  growMemory(size: number): 1 | undefined;
  /** Addresses: of Python's state, and of the number that says where in it the call trampoline's slot is kept. */
  readonly __PyRuntime: number;
  readonly __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: number;
}
/** What Pyodide hands to Emscripten. */
interface Settings extends LinkSettings {
  readonly API: {
    readonly config: { readonly BUILD_ID: string };
    /** Fills the heap and returns the rest of what Pyodide keeps in an image. */
    restoreSnapshot: (image: Uint8Array) => unknown;
  };
}
export type CreateModule = (settings: Settings) => Promise<EmscriptenModule>;

interface LoadOptions {
  /** Nobody is asked: an address that no request ever reaches. */
  readonly indexURL: string;
  readonly packageBaseUrl: string;
  readonly lockFileContents: string;
  readonly createPyodideModule?: CreateModule;
  readonly _loadSnapshot?: Bytes;
}

interface Loader {
  readonly loadPyodide: (options: LoadOptions) => Promise<Pyodide>;
}

interface Internals {
  readonly _api: {
    /** What it was loaded with, kept as long as it lives. */
    readonly config: { _loadSnapshot?: Bytes | undefined };
    /** Compiles and links a shared library. `directories` are searched for what it needs, besides the usual ones. */
    loadDynlib(path: string, global: boolean, directories: readonly string[]): Promise<void>;
  };
}

/** Pyodide's two programs, loaded. */
export interface Programs {
  readonly loader: Loader;
  /** Absent for a classic script, which leaves a global that the loader finds by itself. */
  readonly create?: CreateModule;
}

export interface LoadRequest {
  readonly programs: Programs;
  readonly wasm: WebAssembly.Module;
  readonly stdlib: Bytes;
  readonly lock: Lock;
  /** As `pack_image` made it. */
  readonly image: Bytes | undefined;
}

const nowhere = 'https://engine.invalid/';

/** Loads `pyodide.mjs`. Throws `damaged_file` when it is cut short. */
export async function import_loader(script: Bytes): Promise<Loader> {
  return (await import_script(names.loader, script)) as Loader;
}

/** Loads `pyodide.asm.mjs` or runs `pyodide.asm.js`. Throws `damaged_file` when it is cut short. */
export async function import_program(
  name: typeof names.module | typeof names.script,
  script: Bytes,
  import_scripts: WorkerScope['importScripts'],
): Promise<CreateModule | undefined> {
  if (name === names.module) {
    return ((await import_script(name, script)) as { readonly default: CreateModule }).default;
  }
  await with_script_url(script, import_scripts).catch((error) => {
    throw as_engine_error(error, 'damaged_file', name);
  });
  return undefined;
}

async function import_script(name: string, script: Bytes): Promise<unknown> {
  try {
    return await with_script_url(script, (url) => import(/* @vite-ignore */ url));
  } catch (error) {
    throw as_engine_error(error, 'damaged_file', name);
  }
}

/** Starts the interpreter: restored from `image` when there is one, else from nothing. Throws what Pyodide throws. */
export async function load_pyodide(scope: WorkerScope, request: LoadRequest): Promise<Pyodide> {
  const { programs, wasm, stdlib, lock, image } = request;
  const { loader, create } = programs;
  const lock_text = trim_lock(lock);
  const answers = { [names.wasm]: '', [names.stdlib]: stdlib, [names.lock]: lock_text };
  const pyodide = await with_answers(scope, answers, wasm, () =>
    loader.loadPyodide({
      indexURL: nowhere,
      packageBaseUrl: nowhere,
      lockFileContents: lock_text,
      ...(create ? { createPyodideModule: image ? create_to_restore(create, image) : create } : {}),
      ...(image ? { _loadSnapshot: image } : {}),
    }),
  );
  // It is in the heap now; a second copy of it would stay for good.
  (pyodide as Pyodide & Internals)._api.config._loadSnapshot = undefined;
  return pyodide;
}

/** Restores images of our own form: the heap is written in place, where Pyodide would copy a whole one over it. */
export function create_to_restore(create: CreateModule, bytes: Bytes): CreateModule {
  return async (settings) => {
    const image = open_image(bytes);
    link_late(settings, image.head.links);
    const module = await create(settings);
    settings.API.restoreSnapshot = () => {
      if (image.head.build_id !== settings.API.config.BUILD_ID) {
        throw new RangeError('The memory image belongs to another build of Pyodide.');
      }
      if (module.HEAPU8.length < image.size && !module.growMemory(image.size)) {
        throw new RangeError(`The browser has no ${Math.ceil(image.size / 2 ** 20)} MiB of memory to give.`);
      }
      const trampoline = trampoline_of(module);
      image.restore(module.HEAPU8);
      trampoline.keep();
      return image.head.config;
    };
    return module;
  };
}

/**
 * Python's call trampoline: a table slot of this very module, which the image has not. Without it every call of a C
 * function has a JavaScript frame below it, and JSPI cannot suspend through one (`SuspendError`).
 */
function trampoline_of(module: EmscriptenModule): { keep(): void } {
  const heap = () => new Int32Array(module.HEAPU8.buffer);
  const offset = heap()[module.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET / 4] ?? 0;
  const place = (module.__PyRuntime + offset) / 4;
  const slot = heap()[place] ?? 0;
  return {
    keep() {
      heap()[place] = slot;
    },
  };
}

/** The lock without its packages: Pyodide would make each one's name known to Python, and none is loaded by name. */
function trim_lock({ info }: Lock): string {
  return JSON.stringify({ info, packages: {} });
}

/** Opens the shared library at `path`; what it needs is looked for in `directory` too. */
export function open_library(pyodide: Pyodide, path: string, directory: string): Promise<void> {
  return (pyodide as Pyodide & Internals)._api.loadDynlib(path, false, [directory]);
}
