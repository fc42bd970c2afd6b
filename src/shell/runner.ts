/**
 * The life of one open app: starts a sandbox, boots the engine in it, opens the app, and puts a new worker in its
 * place when the old one cannot be stopped otherwise.
 */

import { bootstrap } from 'virtual:sandbox-bootstrap';
import { type Remote, wrap } from 'comlink';
import { type Sandbox, start_sandbox } from '../sandbox/frame.ts';
import { read_message } from '../ui/port.ts';
import type { PageState } from '../ui/store/page.ts';
import type { TreeNode } from '../ui/store/tree.ts';
import type { Page } from '../ui/view/context.ts';
import type { AppRequest, BootFailure, BootRequest, Resume, WorkerApi } from '../wire/api.ts';
import type { AppFiles, FileChange } from './app_source.ts';

export type RunnerState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'failed'; readonly failure: BootFailure };

export interface RunnerOptions {
  readonly page: Page;
  readonly program: Promise<Blob>;
  readonly engine: Promise<BootRequest>;
  readonly app: Promise<AppFiles>;
  readonly config: AppRequest['config'];
  readonly query_string: string;
  readonly changed: (state: RunnerState) => void;
}

/** Milliseconds that a run has to end by itself after Stop, before its worker is ended. */
const PATIENCE = 150;

interface Worker {
  readonly sandbox: Sandbox;
  readonly api: Remote<WorkerApi>;
}

export class Runner {
  readonly #options: RunnerOptions;
  #worker: Worker | undefined;
  #files: Record<string, Blob> = {};
  #entrypoint = '';
  #kept: ArrayBuffer | undefined;
  /** Grows with each worker: what an older one still says is not heard. */
  #generation = 0;

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /** Starts the app. Never rejects: a failure is told by `changed`. */
  async start(): Promise<void> {
    await this.#guarded(async () => {
      const worker = await this.#boot(await this.#options.engine);
      const { files, entrypoint } = await this.#options.app;
      this.#files = { ...files };
      this.#entrypoint = entrypoint;
      await this.#open(worker, undefined);
    });
  }

  /** The reader set a widget. */
  send(id: string, value: unknown): void {
    this.#worker?.sandbox.stream.postMessage({ type: 'widget', id, value });
  }

  async rerun(): Promise<void> {
    await this.#worker?.api.rerun();
  }

  async clear_caches(): Promise<void> {
    await this.#worker?.api.clear_caches();
  }

  /** Ends the run: at its next yield point, or with its worker when it does not come to one. */
  async stop(): Promise<void> {
    const { store } = this.#options.page;
    store.dispatch({ type: 'stop_asked' });
    const worker = this.#worker;
    if (!worker) return;
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, PATIENCE, 'late'));
    if ((await Promise.race([worker.api.stop(), late])) === 'late') await this.restart();
  }

  /** A new worker; the page keeps what it shows, the script its values of the last finished run. */
  async restart(): Promise<void> {
    const { store } = this.#options.page;
    this.#end();
    const { run } = store.get();
    if (run.kind === 'running') store.dispatch({ type: 'run_finished', run: run.run, outcome: 'stopped' });
    await this.#guarded(async () => {
      const worker = await this.#boot(await this.#options.engine);
      await this.#open(worker, {
        ...resume_of(store.get()),
        ...(this.#kept ? { kept_state: this.#kept.slice(0) } : {}),
      });
    });
  }

  /** Takes saved files over and runs the script again. */
  async update(changes: readonly FileChange[]): Promise<void> {
    for (const { path, data } of changes) {
      if (data) this.#files[path] = data;
      else delete this.#files[path];
      await (data ? this.#worker?.api.write_file(path, data) : this.#worker?.api.remove_file(path));
    }
    await this.rerun();
  }

  #end(): void {
    this.#generation++;
    this.#worker?.sandbox.dispose();
    this.#worker = undefined;
  }

  async #boot(request: BootRequest): Promise<Worker> {
    this.#options.changed({ kind: 'starting' });
    const sandbox = await start_sandbox({
      program: await this.#options.program,
      parent: document.body,
      bootstrap,
    });
    const worker = { sandbox, api: wrap<WorkerApi>(sandbox.calls) };
    this.#worker = worker;
    this.#listen(sandbox, ++this.#generation);
    const report = await worker.api.boot(request);
    if (report.kind === 'failed') throw new BootError(report);
    if (report.fallback === undefined) return worker;
    console.warn(`Tablit: the memory image was refused, starting without it. ${report.fallback}`);
    this.#end();
    const { image: _refused, ...distribution } = request.distribution;
    return this.#boot({ ...request, distribution });
  }

  async #open({ api }: Worker, resume: Resume | undefined): Promise<void> {
    const { config, query_string } = this.#options;
    const app = { files: this.#files, entrypoint: this.#entrypoint, config, query_string };
    await api.open(resume ? { ...app, resume } : app);
    this.#options.changed({ kind: 'live' });
  }

  #listen(sandbox: Sandbox, generation: number): void {
    const { store } = this.#options.page;
    sandbox.stream.onmessage = (event: MessageEvent<unknown>) => {
      if (generation !== this.#generation) return;
      const message = read_message(event.data);
      if (message.type === 'kept_state') this.#kept = message.state;
      store.dispatch(message);
    };
    void sandbox.failed.then((error) => {
      if (generation !== this.#generation) return;
      this.#end();
      this.#fail({ kind: 'failed', code: error.code, message: error.message });
    });
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

/** The widgets on the page, for the worker that takes over. */
export function resume_of({ tree, values }: Pick<PageState, 'tree' | 'values'>): Resume {
  const widgets: Record<string, { kind: string; value?: unknown }> = {};
  const visit = (node: TreeNode): void => {
    const { element } = node;
    if (element && 'id' in element && element.id !== undefined) {
      const value = values.get(element.id);
      widgets[element.id] = value === undefined ? { kind: element.type } : { kind: element.type, value };
    }
    if (node.kind === 'block') for (const child of node.children) visit(child);
  };
  for (const root of tree.roots) visit(root);
  return { widgets };
}
