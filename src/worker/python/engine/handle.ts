/**
 * The part of Pyodide that Tablit uses, typed narrowly: what Python gives back is `unknown` until its caller says
 * what it is.
 */

/** A Python object seen from JavaScript. Whoever holds it destroys it; its memory is not freed before. */
export interface PyObject {
  destroy(): void;
  readonly type: string;
}

/** A Python function. `callPromising` lets it wait (`run_sync`) where JSPI exists, and returns a promise. */
export interface PyFunction<A extends readonly unknown[], R> extends PyObject {
  (...args: A): R;
  callPromising(...args: A): Promise<Awaited<R>>;
}

/** Emscripten's file system in memory. Paths are absolute; every call throws an `ErrnoError` with an `errno`. */
export interface FileSystem {
  mkdirTree(path: string): void;
  writeFile(path: string, data: Uint8Array | string): void;
  readFile(path: string): Uint8Array<ArrayBuffer>;
  unlink(path: string): void;
  rmdir(path: string): void;
  readdir(path: string): string[];
  analyzePath(path: string): { readonly exists: boolean };
  chdir(path: string): void;
}

/** `batched` is called once per line, without its line end. */
export interface OutputOptions {
  readonly batched: (line: string) => void;
}

export interface Pyodide {
  readonly version: string;
  readonly FS: FileSystem;
  readonly ffi: { readonly PythonError: new (...args: never) => Error & { readonly type: string } };
  /** A Python module; `T` lists the attributes that the caller uses. */
  pyimport<T extends object = object>(name: string): T & PyObject;
  runPython(code: string): unknown;
  runPythonAsync(code: string): Promise<unknown>;
  /** Makes a JavaScript object importable. Not before a memory image is made: it may hold no such object. */
  registerJsModule(name: string, module: object): void;
  unregisterJsModule(name: string): void;
  toPy(value: unknown): unknown;
  setStdout(options: OutputOptions): void;
  setStderr(options: OutputOptions): void;
  /** `error: true`: reading from it raises `OSError`. */
  setStdin(options: { readonly stdin: () => string | null } | { readonly error: true }): void;
  /** Byte 0 set to 2 raises `KeyboardInterrupt`; needs a page that is cross-origin isolated. */
  setInterruptBuffer(buffer: Uint8Array): void;
}
