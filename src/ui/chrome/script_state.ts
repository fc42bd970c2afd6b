/** The page's state in the words of the attributes on `stApp`, which tests and styles of apps read. */
import type { RunState } from '../store/page.ts';

export type ScriptState =
  | 'initial'
  | 'running'
  | 'notRunning'
  | 'rerunRequested'
  | 'stopRequested'
  | 'compilationError';

export function script_state(run: RunState): ScriptState {
  switch (run.kind) {
    case 'initial':
      return 'initial';
    case 'running':
      return run.stopping ? 'stopRequested' : 'running';
    case 'finished':
      if (run.outcome === 'rerun') return 'rerunRequested';
      return run.outcome === 'compile_error' ? 'compilationError' : 'notRunning';
  }
}

export type ConnectionState = 'CONNECTED' | 'CONNECTING' | 'DISCONNECTED_FOREVER';

/** There is no server, but a worker that starts, lives or has died. */
export function connection_state(starting: boolean, failed: boolean): ConnectionState {
  if (failed) return 'DISCONNECTED_FOREVER';
  return starting ? 'CONNECTING' : 'CONNECTED';
}
