/**
 * When the script runs, as a pure machine: `step(state, event)` gives the next state and the commands to carry out.
 * It knows nothing of clocks, ports or languages. Rules: semantics §1.
 */

/** What a run is asked to do. `values` are in the order in which the reader made them: callbacks follow it. */
export interface RunRequest {
  readonly values: readonly WidgetValue[];
}

export interface WidgetValue {
  readonly id: string;
  readonly value: unknown;
  /** A trigger (a click) counts in one run only and is never lost by coalescing. */
  readonly trigger: boolean;
}

export type SchedulerState =
  | { readonly kind: 'idle'; readonly runs: number }
  | { readonly kind: 'running'; readonly runs: number; readonly stopping: boolean }
  | { readonly kind: 'running_with_pending'; readonly runs: number; readonly pending: RunRequest };

export type SchedulerEvent =
  | { readonly type: 'request'; readonly request: RunRequest }
  | { readonly type: 'stop' }
  /** The script can be interrupted here. */
  | { readonly type: 'yield' }
  | { readonly type: 'finished' };

export type SchedulerCommand =
  | { readonly type: 'run'; readonly run: number; readonly request: RunRequest }
  /** End the run at this yield point, for a newer request or for Stop. */
  | { readonly type: 'preempt'; readonly reason: 'rerun' | 'stop' };

export const fresh: SchedulerState = { kind: 'idle', runs: 0 };

type Step = readonly [SchedulerState, readonly SchedulerCommand[]];

/**
 * A request that arrives while another waits: the newest value of each widget stands, in the order of the newest
 * changes, and an older trigger survives unless the newer request sets it too.
 */
export function coalesce(older: RunRequest, newer: RunRequest): RunRequest {
  const newest = new Map(older.values.map((value) => [value.id, value]));
  for (const value of newer.values) {
    newest.delete(value.id);
    newest.set(value.id, value);
  }
  return { values: [...newest.values()] };
}

function start(runs: number, request: RunRequest): Step {
  const run = runs + 1;
  return [{ kind: 'running', runs: run, stopping: false }, [{ type: 'run', run, request }]];
}

type Handlers<K extends SchedulerState['kind']> = {
  [T in SchedulerEvent['type']]: (
    state: Extract<SchedulerState, { kind: K }>,
    event: Extract<SchedulerEvent, { type: T }>,
  ) => Step;
};

const idle: Handlers<'idle'> = {
  request: (state, event) => start(state.runs, event.request),
  stop: (state) => [state, []],
  yield: (state) => [state, []],
  finished: (state) => [state, []],
};

const running: Handlers<'running'> = {
  request: (state, event) => [{ kind: 'running_with_pending', runs: state.runs, pending: event.request }, []],
  stop: (state) => [{ ...state, stopping: true }, []],
  yield: (state) => [state, state.stopping ? [{ type: 'preempt', reason: 'stop' }] : []],
  finished: (state) => [{ kind: 'idle', runs: state.runs }, []],
};

const running_with_pending: Handlers<'running_with_pending'> = {
  request: (state, event) => [{ ...state, pending: coalesce(state.pending, event.request) }, []],
  stop: (state) => [{ kind: 'running', runs: state.runs, stopping: true }, []],
  yield: (state) => [state, [{ type: 'preempt', reason: 'rerun' }]],
  finished: (state) => start(state.runs, state.pending),
};

export function step(state: SchedulerState, event: SchedulerEvent): Step {
  const table = { idle, running, running_with_pending: running_with_pending }[state.kind];
  const handler = table[event.type] as (state: SchedulerState, event: SchedulerEvent) => Step;
  return handler(state, event);
}
