/**
 * The calls that have an answer, over Comlink on a port of their own: `WorkerApi` is offered by the worker,
 * `ShellServices` by the shell.
 */
import type { CacheEntry, CachePlace, KeptEntry } from './cache.ts';
import type { NetRead, NetRequest, NetResponse } from './net.ts';
import type { Secrets } from './secrets.ts';
import type { Upload, UploadAnswer } from './upload.ts';
import type { User } from './user.ts';

/** A build of CPython for the web and what belongs to it. The engine holds no version of its own. */
export interface Distribution {
  /** Pyodide's version, such as `314.0.7`. */
  readonly version: string;
  /**
   * The files by name, as they came: gzip or plain (told apart by their first bytes). `pyodide.mjs`,
   * `pyodide.asm.mjs` or `pyodide.asm.js`, `pyodide.asm.wasm`, `python_stdlib.zip`, `pyodide-lock.json`.
   */
  readonly files: Readonly<Record<string, Blob>>;
  /** A memory snapshot made with exactly these files and with `streamlit` imported. Absent: ordinary boot. */
  readonly image?: Blob;
}

/** One wheel or archive, checked against its hash before it was handed in. */
export interface PackageFile {
  readonly name: string;
  readonly file_name: string;
  readonly data: Blob;
}

export interface BootRequest {
  readonly distribution: Distribution;
  /** The `streamlit` package as a zip. */
  readonly python: Blob;
  readonly packages: readonly PackageFile[];
}

export interface BootReport {
  /** `snapshot` when the image was restored, else `ordinary`. */
  readonly kind: 'snapshot' | 'ordinary';
  /** Why a restore was given up, when it was. */
  readonly fallback?: string;
  readonly steps: readonly { readonly step: string; readonly ms: number }[];
  readonly python: string;
  readonly jspi: boolean;
}

/** Why there is no Python: one of the engine's error codes, words for a reader, and the file at fault. */
export interface BootFailure {
  readonly kind: 'failed';
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

/** A path inside the app's folder, `/` between its parts, never absolute and never upwards. */
export type AppPath = string;

export interface AppRequest {
  readonly files: Readonly<Record<AppPath, Blob>>;
  readonly entrypoint: AppPath;
  /** `config.toml` options that reach the app, flattened: `client.showErrorDetails`. */
  readonly config: Readonly<Record<string, string | number | boolean | null>>;
  /** What is after the `?` of the page's address, without what is the page's own. */
  readonly query_string: string;
  readonly secrets: Secrets;
  /** Absent when nobody is signed in to this app. */
  readonly user?: User;
  /** Entries of caches that this browser wrote for this app at an earlier visit. */
  readonly cache: readonly KeptEntry[];
  /** Whether `saved_state` is to be told after each run, for a page that is loaded anew. */
  readonly keep_state?: boolean;
  /** What such a page had: the first run begins with it. */
  readonly saved?: SavedState;
  /** What the page shows already, when this worker takes the place of one that had to be ended. */
  readonly resume?: Resume;
}

export interface SavedState {
  /** By element id, as in `Resume`. */
  readonly widgets: Resume['widgets'];
  /** What `saved_state` said last: from outside, as it lay in the browser meanwhile. */
  readonly session: string;
}

export interface Resume {
  /**
   * The widgets on the page by element id: their type, the form that they are in, and their value where it is not the
   * default. What waits for a submit is not among the values: the page sends it again.
   */
  readonly widgets: Readonly<
    Record<string, { readonly kind: string; readonly form?: string | undefined; readonly value?: unknown }>
  >;
  /** What `kept_state` said last. */
  readonly kept_state?: ArrayBuffer;
  /** The files that the values of uploaders name. */
  readonly uploads?: readonly Upload[];
}

export type DownloadAnswer =
  | {
      readonly kind: 'file';
      readonly data: ArrayBuffer;
      readonly name: string | undefined;
      readonly type: string;
    }
  /** `message`: what the script raised, in a line. */
  | { readonly kind: 'failed'; readonly message: string };

export interface WorkerApi {
  boot(request: BootRequest): Promise<BootReport | BootFailure>;
  /**
   * Puts the app's files in place and runs it for the first time. With `resume` it waits for the reader instead: the
   * script may be what never ended.
   */
  open(app: AppRequest): Promise<void>;
  write_file(path: AppPath, data: Blob): Promise<void>;
  remove_file(path: AppPath): Promise<void>;
  /**
   * Takes a file that the reader chose. It is looked at by the rules of its widget before a byte of it is read. Rejects
   * only for what is no `Upload`.
   */
  upload(upload: Upload): Promise<UploadAnswer>;
  /** The reader took a file away: its bytes go, whatever still names it. */
  remove_upload(file_id: string): Promise<void>;
  /** Takes the place of the secrets of `open`. What runs or ran keeps what it read: a `rerun` should follow. */
  set_secrets(secrets: Secrets): Promise<void>;
  /** What a download button saves. A function of the script that makes it is called now, when no run is under way. */
  download(widget: string): Promise<DownloadAnswer>;
  /** Takes the place of the user of `open`: who was kept from an earlier visit is known once the vault is open. */
  set_user(user: User | undefined): Promise<void>;
  rerun(): Promise<void>;
  /** Asks the run to end at its next yield point; resolves when none runs any more. */
  stop(): Promise<void>;
  /** Drops what cached functions gave, with what is on disk, and connections. */
  clear_caches(): Promise<void>;
}

export interface ShellServices {
  /** Answers when the shell is still there; a worker without a shell ends itself. */
  ping(): Promise<void>;
  /**
   * Makes a request to another host, when the reader allows it; may wait for the reader's word. Never rejects: what is
   * wrong comes back as a `NetFault`. The body is handed over.
   */
  request(request: NetRequest): Promise<NetResponse>;
  /** The next part of an answer that had `more`. One at a time for each request. */
  read(id: number): Promise<NetRead>;
  /** Gives a request up, waiting or under way, or an answer that is not read to its end. */
  cancel(id: number): Promise<void>;
  /**
   * Keeps an entry of a cache for the next visit, as far as there is room; one of that place before is gone. Never
   * rejects: what cannot be kept is a line in the console. The data is handed over.
   */
  keep_entry(entry: CacheEntry): Promise<void>;
  /** As `keep_entry`, after all that was kept before. */
  drop_entries(place: CachePlace): Promise<void>;
}
