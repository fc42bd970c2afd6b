/** Opens a distribution: every file starts to be read, unpacked and compiled at once, whoever needs it first. */
import type { BootRequest, Distribution } from '../../../wire/api.ts';
import { open_blob, read_blob, read_zip } from './blobs.ts';
import { as_engine_error, EngineError } from './errors.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A distribution's list of its packages, as far as it matters here. */
export interface Lock {
  /** Which build of Python it is for. Pyodide checks it. */
  readonly info: unknown;
  /** `install_dir: 'dynlib'` marks libraries that other packages link to. */
  readonly packages: Readonly<Record<string, { readonly file_name: string; readonly install_dir?: string }>>;
}

/** Each promise rejects with an `EngineError` that names its file, and may be left unawaited. */
export interface EngineFiles {
  readonly loader: Promise<Bytes>;
  readonly program: Promise<Bytes>;
  /** The program's file name: its ending says what kind of script it is. */
  readonly program_name: typeof names.module | typeof names.script;
  readonly wasm: Promise<WebAssembly.Module>;
  readonly stdlib: Promise<Bytes>;
  readonly lock: Promise<Lock>;
  readonly image: Promise<Bytes> | undefined;
  /** The `streamlit` package. */
  readonly python: Promise<Bytes>;
}

export const names = {
  loader: 'pyodide.mjs',
  module: 'pyodide.asm.mjs',
  script: 'pyodide.asm.js',
  wasm: 'pyodide.asm.wasm',
  stdlib: 'python_stdlib.zip',
  lock: 'pyodide-lock.json',
  image: 'the memory image',
  python: 'the streamlit package',
} as const;

/** Throws `missing_file`, at once and for the first file that is not there. */
export function open_files({ distribution, python }: BootRequest): EngineFiles {
  const { files, image } = distribution;
  // Pyodide's main program is a module of late, and was a classic script before.
  const program_name = Object.hasOwn(files, names.script) ? names.script : names.module;
  // All are looked up before any is read: nothing is left running when one is missing.
  const blobs = {
    loader: pick(distribution, names.loader),
    program: pick(distribution, program_name),
    wasm: pick(distribution, names.wasm),
    stdlib: pick(distribution, names.stdlib),
    lock: pick(distribution, names.lock),
  };
  return {
    program_name,
    wasm: eager(compile(blobs.wasm)),
    image: image && eager(read_image(image)),
    loader: eager(read_blob(names.loader, blobs.loader)),
    program: eager(read_blob(program_name, blobs.program)),
    stdlib: eager(read_zip(names.stdlib, blobs.stdlib)),
    lock: eager(read_lock(blobs.lock)),
    python: eager(read_zip(names.python, python)),
  };
}

function pick({ version, files }: Distribution, name: string): Blob {
  const blob = Object.hasOwn(files, name) ? files[name] : undefined;
  if (blob) return blob;
  throw new EngineError('missing_file', `The engine (Pyodide ${version}) lacks its file ${name}.`, {
    file: name,
  });
}

/** A promise that may fail before anyone waits for it, which is no unhandled rejection. */
function eager<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function compile(blob: Blob): Promise<WebAssembly.Module> {
  try {
    const headers = { 'content-type': 'application/wasm' };
    return await WebAssembly.compileStreaming(new Response(await open_blob(blob), { headers }));
  } catch (error) {
    throw as_engine_error(error, 'damaged_file', names.wasm);
  }
}

/** A damaged image is no reason not to start: it is given up and the engine boots without it. */
async function read_image(blob: Blob): Promise<Bytes> {
  try {
    return await read_blob(names.image, blob);
  } catch (cause) {
    throw new EngineError('restore_failed', 'The memory image is damaged.', { file: names.image, cause });
  }
}

async function read_lock(blob: Blob): Promise<Lock> {
  const text = new TextDecoder().decode(await read_blob(names.lock, blob));
  try {
    return JSON.parse(text) as Lock;
  } catch (error) {
    throw as_engine_error(error, 'damaged_file', names.lock);
  }
}
