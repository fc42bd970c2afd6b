/** What the command and the program that runs an app at build time say to each other. */
import type { SitePackage } from './site.ts';

export interface PrerenderRequest {
  /** A folder with the engine's files, unpacked, by the names that Pyodide gives them. */
  readonly engine: string;
  /** The `streamlit` package, a zip. */
  readonly python: string;
  /** Where each wheel lies, absolute. */
  readonly packages: readonly { readonly name: SitePackage['name']; readonly place: string }[];
  readonly entrypoint: string;
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Of `config.toml`, flattened. */
  readonly config: Readonly<Record<string, string | number | boolean | null>>;
}

export type PrerenderResult =
  /** A `KeptPage`. */
  | { readonly kind: 'page'; readonly page: unknown }
  | { readonly kind: 'too_large'; readonly most: number }
  /** The script raised something, or cannot be compiled. Lines of the traceback, outermost first. */
  | { readonly kind: 'raised'; readonly error: string; readonly stack_trace: readonly string[] };
