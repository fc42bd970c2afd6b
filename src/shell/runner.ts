/**
 * The life of one open app: starts a sandbox, boots the engine in it, opens the app, and puts a new worker in its
 * place when the old one cannot be stopped otherwise.
 */

import { bootstrap } from 'virtual:sandbox-bootstrap';
import { type Remote, wrap } from 'comlink';
import { type Sandbox, start_sandbox } from '../sandbox/frame.ts';
import { type Message, read_message } from '../ui/port.ts';
import type { Action, PageState } from '../ui/store/page.ts';
import type { Store } from '../ui/store/store.ts';
import type { TreeNode } from '../ui/store/tree.ts';
import { preload_theme } from '../ui/theme/apply.ts';
import type { BootFailure, BootRequest, Resume, SavedState, WorkerApi } from '../wire/api.ts';
import type { KeptEntry } from '../wire/cache.ts';
import type { Secrets } from '../wire/secrets.ts';
import type { Up } from '../wire/up.ts';
import type { Upload } from '../wire/upload.ts';
import type { User } from '../wire/user.ts';
import type { AppFiles, FileChange } from './app_source.ts';
import { type Config, read_config } from './config.ts';

export type RunnerState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'live'; readonly config: Config }
  | { readonly kind: 'failed'; readonly failure: BootFailure };

/** What a start needs; all three are fetched at once. */
export interface Parts {
  readonly program: Promise<Blob>;
  readonly engine: Promise<BootRequest>;
  /** The same without the memory image, for a browser that refused it. */
  readonly ordinary: (request: BootRequest) => Promise<BootRequest>;
  readonly app: Promise<AppFiles>;
}

export interface RunnerOptions {
  readonly store: Store<PageState, Message | Action>;
  /** Called at the start, and again when a start failed and is tried anew. */
  readonly load: () => Parts;
  /** The app's part of the address; asked each time that a worker opens the app. */
  readonly query_string: () => Promise<string>;
  /** The script changed it. */
  readonly query_changed: (query: string) => void;
  /** What `st.secrets` holds; asked each time that a worker opens the app. Never rejects. */
  readonly secrets: () => Promise<Secrets>;
  /** Whether the worker tells what it has after each run, and what it begins with. Never rejects. */
  readonly state: {
    readonly keep: boolean;
    saved(): Promise<SavedState | undefined>;
    told(session: string): void;
  };
  /** The script wants secrets that are locked. */
  readonly secrets_wanted: () => void;
  /** Who is signed in; asked each time that a worker opens the app. Never rejects. */
  readonly user: () => Promise<User | undefined>;
  /** The files that readers chose, for a worker that takes over. */
  readonly uploads: () => readonly Upload[];
  /** Entries of caches for the app with these files; asked each time that a worker opens it. Never rejects. */
  readonly cache: (files: AppFiles) => Promise<readonly KeptEntry[]>;
  /** The script called `st.login` or `st.logout`. */
  readonly sign_in: (provider: string | undefined) => void;
  readonly sign_out: () => void;
  /** Offers `ShellServices` to a worker at its port of calls. Returns what ends that with the worker. */
  readonly offer: (calls: MessagePort) => () => void;
  readonly changed: (state: RunnerState) => void;
}

/** Milliseconds that a run has to come to a yield point after Stop, before Python is interrupted where it can be. */
const POLITE = 30;
/** Milliseconds that it has to end at all, before its worker is ended. */
const PATIENCE = 150;

interface Worker {
  readonly sandbox: Sandbox;
  readonly api: Remote<WorkerApi>;
  readonly withdraw: () => void;
}

export class Runner {
  readonly #options: RunnerOptions;
  #worker: Worker | undefined;
  #parts: Parts | undefined;
  #app: AppFiles = { entrypoint: '', files: {} };
  #config: Config = {};
  #kept: ArrayBuffer | undefined;
  #live = false;
  #waiting: Up[] = [];
  #rerun_waits = false;
  #refused = 0;
  /** Secrets that came while a worker was opening the app with earlier ones. */
  #late_secrets: Secrets | undefined;
  /** Grows with each worker: what an older one still says is not heard. */
  #generation = 0;

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /** Starts the app. Never rejects: a failure is told by `changed`. */
  async start(): Promise<void> {
    await this.#guarded(async () => {
      const parts = this.#options.load();
      this.#parts = parts;
      // While the engine starts.
      const kept = parts.app.then(this.#options.cache, () => []);
      const config = parts.app.then(({ files }) => read_config(files));
      const theme = config.then(preload_theme, () => undefined);
      const [worker, app] = await all_of(this.#boot(parts), parts.app);
      this.#app = app;
      this.#config = await config;
      await theme;
      await this.#open(worker, undefined, kept);
    });
  }

  /** The reader set a widget. While a worker takes the place of another the change waits for it. */
  send(id: string, value: unknown, quiet: boolean): void {
    const change = change_of(id, value, quiet);
    if (this.#live) this.#post(change);
    else this.#waiting.push(change);
  }

  #post(change: Up): void {
    this.#worker?.sandbox.stream.postMessage(change);
  }

  /** The reader went to another query of the address. A worker that opens the app asks by itself. */
  set_query(query: string): void {
    if (this.#live) this.#post({ type: 'query', query });
  }

  /** The app as it is now, saved changes included. */
  get files(): AppFiles {
    return this.#app;
  }

  /** What the worker that runs the app is asked directly; undefined while another takes its place. */
  get api(): Remote<WorkerApi> | undefined {
    return this.#live ? this.#worker?.api : undefined;
  }

  /** While a worker takes the place of another the wish waits for it. One that opens the app runs it anyway. */
  async rerun(): Promise<void> {
    this.#options.store.dispatch({ type: 'sent', form: undefined });
    if (this.#live) await this.#worker?.api.rerun();
    else this.#rerun_waits = true;
  }

  /** Hands other secrets to the worker that runs. The script sees them in its next run. */
  async set_secrets(secrets: Secrets): Promise<void> {
    if (this.#live) await this.#worker?.api.set_secrets(secrets);
    else this.#late_secrets = secrets;
  }

  /** As `set_secrets`. A worker that opens the app asks by itself. */
  async set_user(user: User | undefined): Promise<void> {
    if (this.#live) await this.#worker?.api.set_user(user);
  }

  /** A new session, as after loading the page anew: the reader signed in or out. */
  async begin_anew(): Promise<void> {
    this.#kept = undefined;
    this.#waiting = [];
    await this.#replace(() => undefined);
  }

  /** Ends the app for good. The page keeps what it shows. */
  end(): void {
    this.#end();
  }

  async clear_caches(): Promise<void> {
    await this.#worker?.api.clear_caches();
  }

  /** Ends the run: at its next yield point, or with its worker when it does not come to one. */
  async stop(): Promise<void> {
    const { store } = this.#options;
    store.dispatch({ type: 'stop_asked' });
    const worker = this.#worker;
    if (!worker) return;
    const stopped = worker.api.stop();
    if (await in_time(stopped, POLITE)) return;
    worker.sandbox.interrupt();
    if (!(await in_time(stopped, PATIENCE - POLITE))) await this.restart();
  }

  /** A new worker; the page keeps what it shows, the script its values of the last finished run. */
  async restart(): Promise<void> {
    const page = this.#options.store.get();
    const widgets = resume_of(page);
    // What waits on the page waits in the new worker again, before what the reader does until then.
    this.#waiting.unshift(...[...page.unsent].map(([id, { value }]) => change_of(id, value, true)));
    await this.#replace(() => ({
      ...widgets,
      ...(this.#kept ? { kept_state: this.#kept.slice(0) } : {}),
      uploads: this.#options.uploads(),
    }));
  }

  async #replace(resume: () => Resume | undefined): Promise<void> {
    const { store } = this.#options;
    this.#end();
    const { run } = store.get();
    if (run.kind === 'running') store.dispatch({ type: 'run_finished', run: run.run, outcome: 'stopped' });
    const parts = this.#parts;
    if (!parts) return;
    await this.#guarded(async () => {
      const worker = await this.#boot(parts);
      await this.#open(worker, resume());
    });
  }

  /** Takes saved files over and runs the script again. */
  async update(changes: readonly FileChange[]): Promise<void> {
    await this.write(changes);
    await this.rerun();
  }

  /** Takes files over for the next run. */
  async write(changes: readonly FileChange[]): Promise<void> {
    for (const { path, data } of changes) {
      const { [path]: _before, ...files } = this.#app.files;
      this.#app = { ...this.#app, files: data ? { ...files, [path]: data } : files };
      // A worker that starts gets the files as they then are.
      const { api } = this;
      await (data ? api?.write_file(path, data) : api?.remove_file(path));
    }
  }

  #end(): void {
    this.#generation++;
    this.#worker?.withdraw();
    this.#worker?.sandbox.dispose();
    this.#worker = undefined;
    this.#live = false;
  }

  async #boot({ program, engine, ordinary }: Omit<Parts, 'app'>): Promise<Worker> {
    this.#options.changed({ kind: 'starting' });
    const [worker, request] = await all_of(this.#start_worker(program), engine);
    const report = await worker.api.boot(request);
    if (report.kind === 'failed') throw new BootError(report);
    if (report.fallback === undefined) return worker;
    console.warn(`Tablit: the memory image was refused, starting without it. ${report.fallback}`);
    this.#end();
    return this.#boot({ program, engine: ordinary(request), ordinary });
  }

  async #start_worker(program: Promise<Blob>): Promise<Worker> {
    const sandbox = await start_sandbox({ program: await program, parent: document.body, bootstrap });
    const { calls } = sandbox;
    const worker = { sandbox, api: wrap<WorkerApi>(calls), withdraw: this.#options.offer(calls) };
    this.#worker = worker;
    this.#listen(sandbox, ++this.#generation);
    return worker;
  }

  async #open({ api }: Worker, resume?: Resume, kept = this.#options.cache(this.#app)): Promise<void> {
    const { query_string, secrets, user: asked, state } = this.#options;
    this.#late_secrets = undefined;
    const app = {
      ...this.#app,
      config: this.#config,
      query_string: await query_string(),
      secrets: await secrets(),
      cache: await kept,
    };
    const user = await asked();
    const saved = resume ? undefined : await state.saved();
    await api.open({
      ...app,
      keep_state: state.keep,
      ...(user ? { user } : {}),
      ...(resume ? { resume } : {}),
      ...(saved ? { saved } : {}),
    });
    this.#live = true;
    if (this.#late_secrets) {
      await api.set_secrets(this.#late_secrets);
      await api.rerun();
    }
    for (const change of this.#waiting.splice(0)) this.#post(change);
    if (resume && this.#rerun_waits) await api.rerun();
    this.#rerun_waits = false;
    this.#options.changed({ kind: 'live', config: this.#config });
  }

  #listen(sandbox: Sandbox, generation: number): void {
    const { store } = this.#options;
    sandbox.stream.onmessage = (event: MessageEvent<unknown>) => {
      if (generation !== this.#generation) return;
      const message = this.#read(event.data);
      if (!message) return;
      if (message.type === 'kept_state') this.#kept = message.state;
      if (message.type === 'saved_state') this.#options.state.told(message.session);
      if (message.type === 'query') this.#options.query_changed(message.query);
      if (message.type === 'secrets_wanted') this.#options.secrets_wanted();
      if (message.type === 'sign_in') this.#options.sign_in(message.provider);
      if (message.type === 'sign_out') this.#options.sign_out();
      store.dispatch(message);
      // Rendering is a microtask that is queued by now.
      if (message.type === 'ops')
        queueMicrotask(() => sandbox.stream.postMessage({ type: 'shown' } satisfies Up));
      if (message.type === 'engine_failed') this.#died('worker_failed', message.message);
    };
    void sandbox.failed.then((error) => {
      if (generation !== this.#generation) return;
      // Once an app runs, an error that nobody caught (in a timer, say) is no reason to end it.
      if (this.#live) console.warn(`Tablit: an error in the worker. ${error.message}`);
      else this.#died(error.code, error.message);
    });
  }

  /** A message that is not as agreed is dropped and counted; the first is named in the console. */
  #read(data: unknown): Message | undefined {
    try {
      return read_message(data);
    } catch (error) {
      this.#refused++;
      if (this.#refused === 1)
        console.warn(`Tablit: a message of the app's worker was refused. ${String(error)}`);
      return undefined;
    }
  }

  #died(code: string, message: string): void {
    const { store } = this.#options;
    this.#end();
    const { run } = store.get();
    if (run.kind === 'running') store.dispatch({ type: 'run_finished', run: run.run, outcome: 'error' });
    this.#fail({ kind: 'failed', code, message });
  }

  async #guarded(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.#end();
      this.#fail(failure_of(error));
    }
  }

  #fail(failure: BootFailure): void {
    this.#options.changed({ kind: 'failed', failure });
  }
}

class BootError extends Error {
  readonly failure: BootFailure;

  constructor(failure: BootFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

function failure_of(error: unknown): BootFailure {
  if (error instanceof BootError) return error.failure;
  const { code = 'start_failed', message = String(error), file } = error as Partial<BootFailure>;
  return file === undefined
    ? { kind: 'failed', code: String(code), message }
    : { kind: 'failed', code: String(code), message, file };
}

const change_of = (id: string, value: unknown, quiet: boolean): Up => ({ type: 'widget', id, value, quiet });

/** The widgets on the page, for the worker that takes over. */
export function resume_of({ tree, values }: Pick<PageState, 'tree' | 'values'>): Resume {
  const widgets: Record<string, Resume['widgets'][string]> = {};
  const visit = (node: TreeNode): void => {
    const { element } = node;
    if (element && 'id' in element && element.id !== undefined) {
      const value = values.get(element.id);
      const form = 'form_id' in element ? element.form_id : undefined;
      widgets[element.id] = { kind: element.type, form, ...(value === undefined ? {} : { value }) };
    }
    if (node.kind === 'block') for (const child of node.children) visit(child);
  };
  for (const root of tree.roots) visit(root);
  return { widgets };
}

/** Both, or the first failure; the other's, should it come later, is not left unheard. */
async function all_of<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  b.catch(() => undefined);
  return Promise.all([a, b]);
}

/** True when `promise` settles within `ms` milliseconds. */
async function in_time(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, ms, false));
  return Promise.race([promise.then(() => true), late]);
}
