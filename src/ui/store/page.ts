/** All that the page knows of the running app, as one value and one pure reducer. */
import type { Outcome, PageConfig, ScriptError } from '../../wire/down.ts';
import type { Message } from '../port.ts';
import { overlay } from './overlay.ts';
import { all_reached, apply, empty_tree, type Tree, widget_ids } from './tree.ts';

export interface ConsoleLine {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

export interface BootStep {
  readonly step: string;
  /** Undefined while it runs. */
  readonly ms: number | undefined;
}

export interface Unsent {
  readonly value: unknown;
  /** The form whose submit sends it; undefined for what goes with any run. */
  readonly form: string | undefined;
}

/** `slow`: it has run so long that what it has not reached yet is dimmed. */
export type RunState =
  | { readonly kind: 'initial' }
  | { readonly kind: 'running'; readonly run: number; readonly slow: boolean; readonly stopping: boolean }
  | { readonly kind: 'finished'; readonly run: number; readonly outcome: Outcome };

export interface PageState {
  /** What is shown. */
  readonly tree: Tree;
  /** What a fresh run has built so far; it takes the place of `tree` when the run ends or is slow. */
  readonly incoming: Tree | undefined;
  /** What an earlier visit began with, as long as no run has taken its place. */
  readonly before: Tree | undefined;
  /** Values of widgets that differ from their default, by element id, as the script has them. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Values that the reader set and that wait: for the submit of a form, or for any run. They are what is shown. */
  readonly unsent: ReadonlyMap<string, Unsent>;
  readonly run: RunState;
  readonly config: PageConfig;
  readonly console: readonly ConsoleLine[];
  /** Why the script could not be compiled; the elements of the run before stay. */
  readonly compile_error: ScriptError | undefined;
  readonly boot: readonly BootStep[];
  /** Changes for places that there were not. Zero unless there is a fault of ours. */
  readonly skipped: number;
}

export const fresh_page: PageState = {
  tree: empty_tree,
  incoming: undefined,
  before: undefined,
  values: new Map(),
  unsent: new Map(),
  run: { kind: 'initial' },
  config: {},
  console: [],
  compile_error: undefined,
  boot: [],
  skipped: 0,
};

/** What the page itself does. */
export type Action =
  | {
      readonly type: 'set_value';
      readonly id: string;
      readonly value: unknown;
      /** What it waits for; without it the script gets it at once. */
      readonly waits?: Pick<Unsent, 'form'> | undefined;
    }
  /** The values of `form`, and those of no form, went to the script. */
  | { readonly type: 'sent'; readonly form: string | undefined }
  | { readonly type: 'run_is_slow' }
  | { readonly type: 'stop_asked' }
  /** Another reader, as far as the app knows: nothing that was set counts any more. */
  | { readonly type: 'session_began' }
  /** What an earlier visit began with, shown until the first run has built its own. */
  | { readonly type: 'remembered'; readonly tree: Tree; readonly config: PageConfig }
  | { readonly type: 'console_cleared' }
  | { readonly type: 'error_closed' };

/** Lines that the console keeps. */
const CONSOLE_LINES = 2_000;

export function reduce(state: PageState, event: Message | Action): PageState {
  switch (event.type) {
    case 'run_started':
      return {
        ...state,
        run: { kind: 'running', run: event.run, slow: false, stopping: false },
        // One that follows a `st.rerun()` builds on what that one has built.
        incoming: event.fresh ? empty_tree : state.incoming,
        compile_error: undefined,
      };
    case 'ops': {
      const { tree, skipped } = apply(state.incoming ?? state.tree, event.ops);
      return {
        ...event.values.reduce(set_value, state),
        ...(state.incoming ? meanwhile(state, tree) : { tree }),
        skipped: state.skipped + skipped,
      };
    }
    case 'run_finished':
      return finish(state, event.run, event.outcome, event.error);
    case 'page_config':
      return { ...state, config: { ...state.config, ...event.config } };
    case 'console': {
      const lines = [...state.console, { stream: event.stream, text: event.text }];
      return { ...state, console: lines.slice(-CONSOLE_LINES) };
    }
    case 'boot': {
      const others = state.boot.filter(({ step }) => step !== event.step);
      return { ...state, boot: [...others, { step: event.step, ms: event.ms }] };
    }
    case 'kept_state':
    case 'saved_state':
    case 'engine_failed':
    case 'secrets_wanted':
    case 'query':
    case 'sign_in':
    case 'sign_out':
      return state;
    case 'set_value':
      return set_value(state, event);
    case 'sent': {
      const going = [...state.unsent].filter(([, { form }]) => form === undefined || form === event.form);
      return going.reduce((all, [id, { value }]) => set_value(all, { id, value }), state);
    }
    case 'run_is_slow':
      if (state.run.kind !== 'running') return state;
      return { ...slow(state), run: { ...state.run, slow: true } };
    case 'session_began':
      return { ...state, values: new Map(), unsent: new Map() };
    case 'stop_asked':
      return state.run.kind === 'running' ? { ...state, run: { ...state.run, stopping: true } } : state;
    case 'remembered':
      return state.run.kind === 'initial' && state.tree === empty_tree
        ? { ...state, tree: event.tree, before: event.tree, config: event.config }
        : state;
    case 'console_cleared':
      return { ...state, console: [] };
    case 'error_closed':
      return { ...state, compile_error: undefined };
  }
}

/** Whether what is shown is of an earlier visit, and does not answer. */
export function is_of_before({ before, run }: Pick<PageState, 'before' | 'run'>): boolean {
  return before !== undefined && !(run.kind === 'running' && run.slow);
}

/** The fresh run's tree takes the place of the one that was shown meanwhile. */
function arrived(state: PageState): PageState {
  return state.incoming ? { ...state, tree: state.incoming, incoming: undefined, before: undefined } : state;
}

/** A fresh run has built more. Once it is slow it is seen, over what an earlier visit left. */
function meanwhile({ before, run }: PageState, incoming: Tree): Partial<PageState> {
  const seen = before && run.kind === 'running' && run.slow;
  return seen ? { incoming, tree: overlay(incoming, before) } : { incoming };
}

function slow(state: PageState): PageState {
  const { before, incoming } = state;
  return before && incoming ? { ...state, tree: overlay(incoming, before) } : arrived(state);
}

/** A script that cannot be compiled leaves what its run before has built, not what an earlier visit has. */
function not_compiled(state: PageState): PageState {
  const kept = { ...state, incoming: undefined };
  return state.before ? { ...kept, tree: empty_tree, before: undefined } : kept;
}

/** A script that begins with a `st.rerun()` is shown when the run after it has ended. */
function awaited(state: PageState): PageState {
  return state.run.kind === 'running' && state.run.slow ? arrived(state) : state;
}

function finish(before: PageState, run: number, outcome: Outcome, error: ScriptError | undefined): PageState {
  const ended = { compile_error: not_compiled, rerun: run === 1 ? awaited : arrived };
  const state = (ended[outcome as keyof typeof ended] ?? arrived)(before);
  const tree = outcome === 'rerun' ? state.tree : all_reached(state.tree);
  const values = outcome === 'success' && {
    values: kept(state.values, tree),
    unsent: kept(state.unsent, tree),
  };
  return {
    ...state,
    tree,
    ...values,
    run: { kind: 'finished', run, outcome },
    compile_error: outcome === 'compile_error' ? error : undefined,
  };
}

/** What a widget shows. */
export function value_in(
  { unsent, values }: Pick<PageState, 'unsent' | 'values'>,
  id: string,
  otherwise: unknown,
): unknown {
  const waiting = unsent.get(id);
  if (waiting) return waiting.value;
  return values.has(id) ? values.get(id) : otherwise;
}

type SetValue = Pick<Extract<Action, { type: 'set_value' }>, 'id' | 'value' | 'waits'>;

function set_value(state: PageState, { id, value, waits }: SetValue): PageState {
  const unsent = new Map(state.unsent);
  if (waits) return { ...state, unsent: unsent.set(id, { value, form: waits.form }) };
  unsent.delete(id);
  return { ...state, unsent, values: new Map(state.values).set(id, value) };
}

/** Those of widgets that are still there. */
function kept<V>(values: ReadonlyMap<string, V>, tree: Tree): ReadonlyMap<string, V> {
  if (values.size === 0) return values;
  const ids = widget_ids(tree);
  const left = [...values].filter(([id]) => ids.has(id));
  return left.length === values.size ? values : new Map(left);
}
