import { expect, test } from 'vitest';
import type { RunState } from '../store/page.ts';
import { connection_state, type ScriptState, script_state } from './script_state.ts';

const running = { kind: 'running', run: 1, slow: false, stopping: false } as const;

test.each<[RunState, ScriptState]>([
  [{ kind: 'initial' }, 'initial'],
  [running, 'running'],
  [{ ...running, stopping: true }, 'stopRequested'],
  [{ kind: 'finished', run: 1, outcome: 'success' }, 'notRunning'],
  [{ kind: 'finished', run: 1, outcome: 'error' }, 'notRunning'],
  [{ kind: 'finished', run: 1, outcome: 'stopped' }, 'notRunning'],
  [{ kind: 'finished', run: 1, outcome: 'rerun' }, 'rerunRequested'],
  [{ kind: 'finished', run: 1, outcome: 'compile_error' }, 'compilationError'],
])('%j is %s', (run, state) => {
  expect(script_state(run)).toBe(state);
});

test('the connection is the worker', () => {
  expect(connection_state(false, false)).toBe('CONNECTED');
  expect(connection_state(true, false)).toBe('CONNECTING');
  expect(connection_state(true, true)).toBe('DISCONNECTED_FOREVER');
});
