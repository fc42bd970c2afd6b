/**
 * One open app: joins the scheduler, the tree and the widgets, and is the only part of the runtime with effects. They
 * come in as `Effects` (posting a message, the time), so that a test gives its own. The language comes in as `Binding`.
 */
import type { Resume, SavedState } from '../../wire/api.ts';
import type { Down, Op, Outcome, PageConfig, ScriptError } from '../../wire/down.ts';
import type { Up } from '../../wire/up.ts';
import { Held } from './held.ts';
import { Outbox } from './outbox.ts';
import {
  coalesce,
  fresh,
  type RunRequest,
  type SchedulerEvent,
  type SchedulerState,
  step,
} from './scheduler.ts';
import { ACTIVE, type Handle, Tree } from './tree.ts';
import { Widgets } from './widgets.ts';

export interface Effects {
  post(message: Down, transfer?: Transferable[]): void;
  /** Milliseconds, monotonic. */
  now(): number;
  /** Lets messages from the page in; resolves when they are. */
  breathe(): Promise<void>;
  /** Runs a task after the current one, once the page has what was posted. */
  later(task: () => void): void;
}

export interface OpenOptions {
  readonly resume?: Resume;
  readonly saved?: SavedState;
  /** Whether `saved_state` is posted after each run. */
  readonly keep_state?: boolean;
  readonly query_string?: string;
}

export interface RunReport {
  readonly outcome: Outcome;
  readonly error?: ScriptError;
}

/** A language that runs scripts. It calls the `Host` it was made with while `run` is under way. */
export interface Binding {
  /**
   * Callbacks of the changed values, then the script, once, with the query string of the page's address. Rejects only when
   * the engine itself broke.
   */
  run(request: RunRequest, query: string): Promise<RunReport>;
  /** Widgets that the run did not make any more. */
  forget(ids: readonly string[]): void;
  /** The session's values as bytes for a later worker, or undefined when there are none worth keeping. */
  keep(): ArrayBuffer | undefined;
  /** Of the session's values what JSON can say, as an object's text. */
  save(): string;
}

/** What `element` and the like return when the script should call `yieldNow` before it goes on. */
export type Interruption = 'none' | 'rerun' | 'stop';

/** What the runtime offers to a language. All calls are synchronous but `breathe`. */
export interface Host {
  element(at: Handle, json: string, buffers?: readonly ArrayBuffer[]): Handle;
  block(at: Handle, type: string, json: string, form?: string): Handle;
  update(handle: Handle, json: string): void;
  transient(at: Handle, json: string): number;
  end_transient(id: number): void;
  enter(handle: Handle): void;
  exit(): void;
  unwind(): void;
  /** Makes a widget and puts it; returns its id, or `duplicate_id`, `duplicate_key`. */
  register(at: Handle, kind: string, key: string | null, shape: string, trigger: boolean): string;
  claim_key(key: string): boolean;
  form_of(at: Handle): string | undefined;
  is_slot(at: Handle): boolean;
  set_value(id: string, json: string): void;
  /** Whether some milliseconds have passed since the script last let events in, or it is asked to end. */
  is_due(): boolean;
  /** Sends what is waiting. */
  flush(): void;
  breathe(): Promise<void>;
  /** Whether the run is asked to end here. */
  interruption(): Interruption;
  /** Tells the page that the script wants secrets which are locked. */
  secrets_wanted(): void;
  /** The query string that the page's address is to have. */
  set_query(query: string): void;
  /** Asks the page to sign the reader in, with the provider of that name or the app's only one. */
  sign_in(provider?: string): void;
  sign_out(): void;
  page_config(config: PageConfig): void;
  print(stream: 'stdout' | 'stderr', text: string): void;
}

/** Milliseconds that a script may run before it lets events in. */
const YIELD_EVERY = 8;
/** Milliseconds after which a run tells how far it has come: the page dims what is stale only later than that. */
const REACHED_AFTER = 100;
/** Messages of changes that may be on their way; beyond that a script waits at its yield points for the page. */
const MOST_UNSEEN = 4;
/** Milliseconds of quiet after a run before its state is kept. */
export const KEEP_AFTER = 60;

export class Session implements Host {
  readonly #effects: Effects;
  readonly #tree = new Tree();
  readonly #widgets = new Widgets();
  readonly #held_values = new Held();
  readonly #outbox = new Outbox();
  #binding: Binding | undefined;
  #saves = false;
  #state: SchedulerState = fresh;
  /** The first request after a resume, and what waits for its end. */
  #waking: RunRequest | undefined;
  #held: RunRequest | undefined;
  #run = 0;
  #page = '';
  #started = 0;
  #breathed = 0;
  #console: { stream: 'stdout' | 'stderr'; text: string }[] = [];
  #idle: (() => void)[] = [];
  /** Messages of changes that the page has not shown yet, and who waits for it. */
  #unseen = 0;
  #ahead: (() => void)[] = [];
  /** The address's query string, and whether the page does not know it yet. */
  #query = '';
  #query_is_news = false;
  /** Events for widgets that were gone. */
  dropped = 0;

  constructor(effects: Effects) {
    this.#effects = effects;
  }

  connect(binding: Binding): void {
    this.#binding = binding;
  }

  /** Runs the app for the first time, with the widgets of `saved`. With `resume` only when the reader does something. */
  open({ resume, saved, keep_state = false, query_string = '' }: OpenOptions = {}): void {
    this.#query = query_string;
    this.#saves = keep_state;
    if (resume) this.#waking = { values: this.#widgets.restore(resume.widgets) };
    else this.#request({ values: saved ? this.#widgets.restore(saved.widgets) : [] });
  }

  receive(message: Up): void {
    if (message.type === 'shown') {
      this.#unseen = Math.max(this.#unseen - 1, 0);
      if (this.#unseen <= MOST_UNSEEN) for (const resolve of this.#ahead.splice(0)) resolve();
      return;
    }
    if (message.type === 'query') {
      this.#query = message.query;
      this.#query_is_news = false;
      this.rerun();
      return;
    }
    const widget = this.#widgets.receive(message.id, message.value);
    if (!widget) {
      this.dropped++;
      return;
    }
    const { trigger, form } = widget;
    const value = { id: message.id, value: message.value, trigger };
    // The only click that there is in a form is the one that submits it.
    if (!trigger && (form !== undefined || message.quiet)) this.#held_values.hold(value);
    else this.#request({ values: [...this.#release(form), value] });
  }

  #release(form: string | undefined) {
    return this.#held_values.release(form, (id) => this.#widgets.form_of(id));
  }

  /**
   * Asks for a run. The first after a resume is preceded by one that brings the script to what the page shows: only
   * then are its callbacks known.
   */
  #request(request: RunRequest): void {
    if (this.#waking) {
      const first = this.#waking;
      this.#waking = undefined;
      this.#held = request;
      this.#step({ type: 'request', request: first });
      return;
    }
    if (this.#held) this.#held = coalesce(this.#held, request);
    else this.#step({ type: 'request', request });
  }

  rerun(): void {
    this.#request({ values: this.#release(undefined) });
  }

  /** After a resume: runs the script, so that it makes its widgets, and resolves when it has. */
  wake(): Promise<void> {
    const first = this.#waking;
    if (!first) return Promise.resolve();
    this.#waking = undefined;
    this.#step({ type: 'request', request: first });
    return this.rest();
  }

  /** Ends the run under way; resolves when it has ended. */
  stop(): Promise<void> {
    this.#step({ type: 'stop' });
    return this.rest();
  }

  /** Resolves when no run is under way. */
  rest(): Promise<void> {
    if (this.#state.kind === 'idle') return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #step(event: SchedulerEvent): void {
    const [state, commands] = step(this.#state, event);
    this.#state = state;
    for (const command of commands) {
      if (command.type === 'run') void this.#perform(command.run, command.request);
    }
    if (state.kind === 'idle') for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #perform(run: number, request: RunRequest): Promise<void> {
    if (!this.#binding) throw new Error('A session runs only after it is connected to a binding.');
    this.#run = run;
    this.#tree.begin(run);
    this.#widgets.begin();
    this.#started = this.#effects.now();
    this.#breathed = this.#started;
    this.#effects.post({ type: 'run_started', run, fresh: run === 1 });
    const report = await this.#binding.run(request, this.#query).catch((error: unknown) => {
      this.#effects.post({ type: 'engine_failed', message: String(error) });
    });
    if (!report) return;
    this.#finish(report);
    const stopping = this.#state.kind === 'running' && this.#state.stopping;
    if (report.outcome === 'rerun' && this.#state.kind === 'running' && !stopping)
      this.#request({ values: [] });
    const held = this.#held;
    this.#held = undefined;
    if (held) this.#step({ type: 'request', request: held });
    this.#step({ type: 'finished' });
    this.#effects.later(() => this.#keep(run));
  }

  #finish({ outcome, error }: RunReport): void {
    const stays = outcome === 'rerun' || outcome === 'compile_error';
    if (stays) this.#tree.abandon();
    else this.#tree.finish();
    if (outcome === 'success') this.#forget(this.#widgets.finish());
    this.#post(false);
    const message = { type: 'run_finished', run: this.#run, outcome } as const;
    this.#effects.post(error ? { ...message, error } : message);
  }

  #forget(gone: readonly string[]): void {
    this.#binding?.forget(gone);
    for (const id of gone) this.#held_values.drop(id);
  }

  #keep(run: number): void {
    if (this.#state.kind !== 'idle' || this.#run !== run) return;
    const state = this.#binding?.keep();
    if (state) this.#effects.post({ type: 'kept_state', state }, [state]);
    if (this.#saves && this.#binding) {
      this.#effects.post({ type: 'saved_state', session: this.#binding.save() });
    }
  }

  #post(midway: boolean): void {
    for (const { stream, text } of this.#console.splice(0)) {
      this.#effects.post({ type: 'console', stream, text });
    }
    if (this.#query_is_news) this.#effects.post({ type: 'query', query: this.#query });
    this.#query_is_news = false;
    const sets: Op[] = this.#widgets.take_sets().map((set) => ({ op: 'value', ...set }));
    const changes = this.#tree.take();
    if (changes.length === 0 && sets.length === 0) return;
    const slow = midway && this.#effects.now() - this.#started > REACHED_AFTER;
    const ops = [...changes, ...sets, ...(slow ? this.#tree.reached() : [])];
    const buffers = ops.flatMap((op) => (op.op === 'element' ? (op.buffers ?? []) : []));
    this.#effects.post({ type: 'ops', run: this.#run, ops }, buffers);
    this.#unseen++;
  }

  #changed(): void {
    if (this.#tree.has_changes && this.#outbox.due(this.#effects.now())) this.#post(true);
  }

  element(at: Handle, json: string, buffers?: readonly ArrayBuffer[]): Handle {
    const handle = this.#tree.element(at, json, buffers);
    this.#changed();
    return handle;
  }

  block(at: Handle, type: string, json: string, form?: string): Handle {
    const handle = this.#tree.block(at, type, json, form);
    this.#changed();
    return handle;
  }

  update(handle: Handle, json: string): void {
    this.#tree.update(handle, json);
    this.#changed();
  }

  transient(at: Handle, json: string): number {
    const id = this.#tree.transient(at, json);
    this.#changed();
    return id;
  }

  end_transient(id: number): void {
    this.#tree.end_transient(id);
  }

  enter(handle: Handle): void {
    this.#tree.enter(handle);
  }

  exit(): void {
    this.#tree.exit();
  }

  unwind(): void {
    this.#tree.unwind();
  }

  register(at: Handle, kind: string, key: string | null, shape: string, trigger: boolean): string {
    const place = this.#tree.surroundings(at);
    const made = this.#widgets.register({ kind, key, shape, trigger, page: this.#page, ...place });
    return made.kind === 'ok' ? made.id : made.kind;
  }

  claim_key(key: string): boolean {
    return this.#widgets.claim_key(key);
  }

  form_of(at: Handle = ACTIVE): string | undefined {
    return this.#tree.surroundings(at).form;
  }

  is_slot(at: Handle): boolean {
    return this.#tree.is_slot(at);
  }

  set_value(id: string, json: string): void {
    this.#held_values.drop(id);
    this.#widgets.set(id, json);
  }

  is_due(): boolean {
    return this.#effects.now() - this.#breathed > YIELD_EVERY;
  }

  flush(): void {
    this.#post(true);
  }

  async breathe(): Promise<void> {
    this.#changed();
    await this.#effects.breathe();
    if (this.#unseen > MOST_UNSEEN) await this.#page_catches_up();
    this.#breathed = this.#effects.now();
  }

  /** Or has had some time: a page that answers nothing must not hold a script for ever. */
  #page_catches_up(): Promise<void> {
    return new Promise((resolve) => {
      this.#ahead.push(resolve);
      this.#effects.later(resolve);
    });
  }

  interruption(): Interruption {
    const [, commands] = step(this.#state, { type: 'yield' });
    const preempt = commands.find((command) => command.type === 'preempt');
    return preempt?.reason ?? 'none';
  }

  secrets_wanted(): void {
    this.#effects.post({ type: 'secrets_wanted' });
  }

  /** Sent with what is shown next: of several changes in a row the page hears the last. */
  set_query(query: string): void {
    this.#query = query;
    this.#query_is_news = true;
  }

  sign_in(provider?: string): void {
    this.#effects.post({ type: 'sign_in', ...(provider === undefined ? {} : { provider }) });
  }

  sign_out(): void {
    this.#effects.post({ type: 'sign_out' });
  }

  page_config(config: PageConfig): void {
    this.#effects.post({ type: 'page_config', config });
  }

  print(stream: 'stdout' | 'stderr', text: string): void {
    const last = this.#console.at(-1);
    if (last?.stream === stream) last.text += text;
    else this.#console.push({ stream, text });
    if (this.#outbox.due(this.#effects.now())) this.#post(true);
  }
}
