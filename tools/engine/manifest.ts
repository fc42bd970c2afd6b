/** What `build_engine` wrote, for the page that loads it. */

export interface EngineFile {
  /** What the engine calls it, such as `pyodide.asm.wasm`. */
  readonly name: string;
  /** Its path in the folder: named after its content, so that it may be cached for ever. */
  readonly file: string;
  /** Bytes of `file`, as they travel. */
  readonly size: number;
  /** SHA-256 of `file` in lower-case hexadecimal. */
  readonly sha256: string;
  /** Bytes when unpacked; `size` where it is stored as it is. */
  readonly raw_size: number;
}

export interface EngineManifest {
  /** Pyodide's. */
  readonly version: string;
  readonly files: readonly EngineFile[];
  /** The memory image. */
  readonly image: EngineFile;
  /** Takes the place of `python_stdlib.zip` where the image is restored: without what the image holds. */
  readonly stdlib_rest: EngineFile;
  /** The archive of the `streamlit` package. */
  readonly python: EngineFile;
}
