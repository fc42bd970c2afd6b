/** Python as a language of the runtime: hands requests to the `tablit` package and the runtime's host to Python. */
import type { AppRequest, BootReport, DownloadAnswer } from '../../wire/api.ts';
import { type PageConfig, page_config } from '../../wire/down.ts';
import type { Interrupt } from '../../wire/sandbox.ts';
import { parse } from '../../wire/schema.ts';
import { type Secrets, secrets_json } from '../../wire/secrets.ts';
import type { UploadRefusal } from '../../wire/upload.ts';
import type { Uploaded } from '../../wire/uploaded.ts';
import { type User, user_json } from '../../wire/user.ts';
import type { RunRequest } from '../runtime/scheduler.ts';
import type { Binding, Host, RunReport } from '../runtime/session.ts';
import type { PyFunction, Pyodide } from './engine/handle.ts';
import type { PythonCache } from './kept_cache.ts';
import type { PythonNet } from './network.ts';

/** `tablit.session`, as far as it is called from here. */
interface SessionModule {
  start: PyFunctionWithOptions;
  run: PyFunction<[entrypoint: string, request: string, magic: boolean], string>;
  changed: PyFunction<[path: string], void>;
  set_config: PyFunction<[config: string], void>;
  upload_refusal: PyFunction<[widget: string, name: string, size: number], UploadRefusal | undefined>;
  put_upload: PyFunction<
    [widget: string, file_id: string, name: string, type: string, data: ArrayBuffer],
    void
  >;
  remove_upload: PyFunction<[file_id: string], void>;
  is_deferred: PyFunction<[widget: string], boolean>;
  download: PyFunction<[widget: string], PyDownload>;
  set_secrets: PyFunction<[secrets: string], void>;
  set_user: PyFunction<[user: string], void>;
  clear_caches: PyFunction<[], void>;
  forget: PyFunction<[ids: readonly string[]], void>;
  keep: PyFunction<[], PyBytes | undefined>;
  restore: PyFunction<[kept: Uint8Array], void>;
  save: PyFunction<[], string>;
  load: PyFunction<[saved: string], void>;
}

interface PyFunctionWithOptions {
  callKwargs(
    host: object,
    options: { jspi: boolean; net: PythonNet | undefined; disk: PythonCache | undefined },
  ): void;
}

/** A tuple: JSON of a name and a type, or of an error; the bytes. */
interface PyDownload {
  toJs(): [string, Uint8Array<ArrayBuffer>];
  destroy(): void;
}

interface PyBytes {
  toJs(): Uint8Array<ArrayBuffer>;
  destroy(): void;
}

export interface PythonBinding extends Binding {
  /** Takes the values that an earlier worker kept. Before the first run. */
  restore(kept: ArrayBuffer): void;
  /** Takes what `save` gave in an earlier visit. Before the first run. What is no such text is nothing. */
  load(saved: string): void;
  /** A file of the app was written or removed. */
  changed(path: string): void;
  /** The app's options, flattened. Before the first run. */
  set_config(config: AppRequest['config']): void;
  /** Files that the reader chose: why an uploader does not take one (size in bytes), keeping one, letting it go. */
  upload_refusal(widget: string, name: string, size: number): UploadRefusal | undefined;
  put_upload(widget: string, file: Uploaded, bytes: ArrayBuffer): void;
  remove_upload(file_id: string): void;
  /** Whether what a download button saves is still to be made, by a function of the script. */
  is_deferred(widget: string): boolean;
  download(widget: string): Promise<DownloadAnswer>;
  /** What `st.secrets` and the environment hold from now on. */
  set_secrets(secrets: Secrets): void;
  /** What `st.user` holds from now on. */
  set_user(user: User | undefined): void;
  /** Drops what cached functions gave, those on disk, too, and connections. */
  clear_caches(): void;
}

export interface PythonOptions {
  readonly entrypoint: string;
  /** `runner.magicEnabled`. */
  readonly magic: boolean;
  /** Without it every request fails. */
  readonly net?: PythonNet;
  /** Without it `st.cache_data(persist="disk")` works in memory. */
  readonly disk?: PythonCache;
  /** 2 in it ends the run that goes on, in the midst of the script. */
  readonly interrupt?: Interrupt;
}

/** Joins an interpreter and a session. The interpreter serves one session in its life. */
export function bind_python(
  pyodide: Pyodide,
  host: Host,
  report: Pick<BootReport, 'jspi'>,
  options: PythonOptions,
): PythonBinding {
  const session = pyodide.pyimport<SessionModule>('tablit.session');
  session.start.callKwargs(host_for_python(host), {
    jspi: report.jspi,
    net: options.net,
    disk: options.disk,
  });
  const { interrupt } = options;
  // Python then calls into JavaScript now and then, which costs nothing that can be measured, and without which WebKit
  // does not end a worker that is in a loop.
  pyodide.setInterruptBuffer(interrupt ?? new Uint8Array(1));
  const run = report.jspi
    ? (...args: [string, string, boolean]) => session.run.callPromising(...args)
    : (...args: [string, string, boolean]) => Promise.resolve(session.run(...args));
  return {
    async run(request: RunRequest, query: string): Promise<RunReport> {
      const values = request.values.map(({ id, value }) => ({ id, value }));
      // What was meant for the run before must not end this one.
      interrupt?.fill(0);
      try {
        const report = await run(options.entrypoint, JSON.stringify({ values, query }), options.magic);
        return JSON.parse(report) as RunReport;
      } catch (error) {
        // The run was just over, or had not yet begun.
        if (error instanceof pyodide.ffi.PythonError && error.type === 'KeyboardInterrupt') {
          return { outcome: 'stopped' };
        }
        throw error;
      }
    },
    forget: (ids) => {
      if (ids.length > 0) session.forget(ids);
    },
    keep() {
      interrupt?.fill(0);
      const kept = session.keep();
      if (!kept) return undefined;
      const bytes = kept.toJs().slice();
      kept.destroy();
      return bytes.buffer;
    },
    restore: (kept) => session.restore(new Uint8Array(kept)),
    save() {
      interrupt?.fill(0);
      return session.save();
    },
    load: (saved) => session.load(saved),
    changed: (path) => session.changed(path),
    set_config: (config) => session.set_config(JSON.stringify(config)),
    upload_refusal: (widget, name, size) => session.upload_refusal(widget, name, size) ?? undefined,
    put_upload: (widget, { file_id, name, type }, bytes) =>
      session.put_upload(widget, file_id, name, type, bytes),
    remove_upload: (file_id) => session.remove_upload(file_id),
    is_deferred: (widget) => session.is_deferred(widget),
    async download(widget) {
      const made = await (report.jspi ? session.download.callPromising(widget) : session.download(widget));
      const [json, bytes] = made.toJs();
      made.destroy();
      const { name, type, error } = JSON.parse(json) as { name?: string; type: string; error?: string };
      if (error !== undefined) return { kind: 'failed', message: error };
      return { kind: 'file', data: bytes.slice().buffer, name, type };
    },
    set_secrets: (secrets) => session.set_secrets(secrets_json(secrets)),
    set_user: (user) => session.set_user(user_json(user)),
    clear_caches: () => session.clear_caches(),
  };
}

/** The host with the shapes that cross into Python cheaply: strings and numbers, no objects of ours. */
function host_for_python(host: Host): object {
  return {
    element: (at: number, json: string) => host.element(at, json),
    element_with_buffers: (at: number, json: string, buffers: Iterable<Uint8Array<ArrayBuffer>>) =>
      host.element(
        at,
        json,
        [...buffers].map((bytes) => bytes.slice().buffer),
      ),
    block: (at: number, type: string, json: string, form: string | undefined) =>
      host.block(at, type, json, form ?? undefined),
    update: (handle: number, json: string) => host.update(handle, json),
    transient: (at: number, json: string) => host.transient(at, json),
    end_transient: (id: number) => host.end_transient(id),
    enter: (handle: number) => host.enter(handle),
    exit: () => host.exit(),
    unwind: () => host.unwind(),
    register: (at: number, kind: string, key: string | undefined, shape: string, trigger: boolean) =>
      host.register(at, kind, key ?? null, shape, trigger),
    claim_key: (key: string) => host.claim_key(key),
    form_of: (at: number) => host.form_of(at),
    is_slot: (at: number) => host.is_slot(at),
    set_value: (id: string, json: string) => host.set_value(id, json),
    is_due: () => host.is_due(),
    flush: () => host.flush(),
    breathe: () => host.breathe(),
    interruption: () => host.interruption(),
    secrets_wanted: () => host.secrets_wanted(),
    set_query: (query: string) => host.set_query(query),
    sign_in: (provider: string | undefined) => host.sign_in(provider ?? undefined),
    sign_out: () => host.sign_out(),
    page_config: (json: string) => host.page_config(checked_config(json)),
    print: (stream: string, text: string) => host.print(stream === 'stderr' ? 'stderr' : 'stdout', text),
    nap,
  };
}

/** A wait of `ms` milliseconds that can be cut short. */
function nap(ms: number): { readonly over: Promise<void>; readonly wake: () => void } {
  let wake = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { over, wake };
}

function checked_config(json: string): PageConfig {
  return parse(page_config, JSON.parse(json), 'page_config');
}
