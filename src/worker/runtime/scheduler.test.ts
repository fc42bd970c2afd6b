import { describe, expect, it } from 'vitest';
import {
  coalesce,
  fresh,
  type RunRequest,
  type SchedulerCommand,
  type SchedulerEvent,
  type SchedulerState,
  step,
  type WidgetValue,
} from './scheduler.ts';

const set = (id: string, value: unknown): WidgetValue => ({ id, value, trigger: false });
const click = (id: string): WidgetValue => ({ id, value: true, trigger: true });
const ask = (...values: WidgetValue[]): RunRequest => ({ values });
const request = (...values: WidgetValue[]): SchedulerEvent => ({ type: 'request', request: ask(...values) });

const idle: SchedulerState = { kind: 'idle', runs: 1 };
const running: SchedulerState = { kind: 'running', runs: 1, stopping: false };
const stopping: SchedulerState = { kind: 'running', runs: 1, stopping: true };
const waiting = (...values: WidgetValue[]): SchedulerState => ({
  kind: 'running_with_pending',
  runs: 1,
  pending: ask(...values),
});
const run = (run: number, ...values: WidgetValue[]): SchedulerCommand => ({
  type: 'run',
  run,
  request: ask(...values),
});

interface Row {
  readonly name: string;
  readonly state: SchedulerState;
  readonly event: SchedulerEvent;
  readonly expected: readonly [SchedulerState, readonly SchedulerCommand[]];
}

const rows: readonly Row[] = [
  {
    name: 'a request starts the first run',
    state: fresh,
    event: request(),
    expected: [running, [run(1)]],
  },
  {
    name: 'a request while idle starts a run with what changed',
    state: idle,
    event: request(set('a', 1)),
    expected: [{ kind: 'running', runs: 2, stopping: false }, [run(2, set('a', 1))]],
  },
  {
    name: 'a request during a run waits for a yield point or the end',
    state: running,
    event: request(set('a', 1)),
    expected: [waiting(set('a', 1)), []],
  },
  {
    name: 'a further request coalesces with the one that waits',
    state: waiting(set('a', 1)),
    event: request(set('a', 2)),
    expected: [waiting(set('a', 2)), []],
  },
  {
    name: 'an older trigger survives coalescing',
    state: waiting(click('b')),
    event: request(set('a', 2)),
    expected: [waiting(click('b'), set('a', 2)), []],
  },
  {
    name: 'a yield point with a waiting request preempts the run',
    state: waiting(set('a', 1)),
    event: { type: 'yield' },
    expected: [waiting(set('a', 1)), [{ type: 'preempt', reason: 'rerun' }]],
  },
  {
    name: 'a yield point without one does nothing',
    state: running,
    event: { type: 'yield' },
    expected: [running, []],
  },
  {
    name: 'the end of a run starts the waiting one',
    state: waiting(set('a', 1)),
    event: { type: 'finished' },
    expected: [{ kind: 'running', runs: 2, stopping: false }, [run(2, set('a', 1))]],
  },
  {
    name: 'the end of a run with nothing waiting is rest',
    state: running,
    event: { type: 'finished' },
    expected: [idle, []],
  },
  {
    name: 'Stop ends the run at its next yield point',
    state: stopping,
    event: { type: 'yield' },
    expected: [stopping, [{ type: 'preempt', reason: 'stop' }]],
  },
  { name: 'Stop is remembered', state: running, event: { type: 'stop' }, expected: [stopping, []] },
  {
    name: 'Stop drops what waits',
    state: waiting(set('a', 1)),
    event: { type: 'stop' },
    expected: [stopping, []],
  },
  { name: 'Stop while idle does nothing', state: idle, event: { type: 'stop' }, expected: [idle, []] },
  {
    name: 'an end that nobody waits for does nothing',
    state: idle,
    event: { type: 'finished' },
    expected: [idle, []],
  },
];

describe('the scheduler', () => {
  it.each(rows)('$name', ({ state, event, expected }) => {
    expect(step(state, event)).toEqual(expected);
  });
});

describe('coalescing', () => {
  it('keeps the newest value of a widget, in the order of the newest changes', () => {
    const older = ask(set('a', 1), set('b', 1));
    expect(coalesce(older, ask(set('a', 2))).values).toEqual([set('b', 1), set('a', 2)]);
  });

  it('lets 500 changes of one widget be one', () => {
    const changes = Array.from({ length: 500 }, (_, value) => ask(set('a', value)));
    expect(changes.reduce(coalesce).values).toEqual([set('a', 499)]);
  });
});
