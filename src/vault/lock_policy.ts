/**
 * When an open vault locks by itself. A pure machine: events with their time go in, commands come out; `auto_lock.ts`
 * connects it to a page. All times are milliseconds.
 */
export interface LockLimits {
  /** Without a key press or a pointer. */
  readonly idle: number;
  /** With the page out of sight. */
  readonly hidden: number;
}

export const defaultLockLimits: LockLimits = { idle: 10 * 60_000, hidden: 5 * 60_000 };

export type LockState =
  | { readonly kind: 'resting'; readonly hiddenSince: number | undefined }
  | { readonly kind: 'watching'; readonly hiddenSince: number | undefined; readonly activeAt: number };

export type LockEvent = {
  readonly at: number;
  readonly kind: 'activity' | 'asked' | 'closed' | 'hidden' | 'leaving' | 'opened' | 'rang' | 'visible';
};

export type LockReason = 'asked' | 'hidden' | 'idle' | 'left';

export type LockCommand =
  | { readonly kind: 'lock'; readonly reason: LockReason }
  /** Ring after this many ms; replaces an earlier wake. */
  | { readonly kind: 'wake'; readonly after: number }
  | { readonly kind: 'quiet' };

export const resting: LockState = { kind: 'resting', hiddenSince: undefined };

type Step = readonly [LockState, readonly LockCommand[]];
type Watching = Extract<LockState, { kind: 'watching' }>;

export function lockStep(limits: LockLimits, state: LockState, event: LockEvent): Step {
  const hiddenSince = hiddenAfter(state, event);
  if (state.kind === 'resting') {
    if (event.kind !== 'opened') return [{ kind: 'resting', hiddenSince }, []];
    return watch(limits, { kind: 'watching', hiddenSince, activeAt: event.at }, event.at);
  }
  if (event.kind === 'closed') return [{ kind: 'resting', hiddenSince }, [{ kind: 'quiet' }]];
  if (event.kind === 'asked') return lock(hiddenSince, 'asked');
  if (event.kind === 'leaving') return lock(hiddenSince, 'left');
  // Asked before the event counts: a laptop that slept past the limit wakes with a key press, which must not save it.
  const overdue = overdueReason(limits, state, event.at);
  if (overdue) return lock(hiddenSince, overdue);
  const active = event.kind === 'activity' || event.kind === 'opened';
  // A clock set back must not lend time: idleness then counts from the new now.
  const activeAt = active ? event.at : Math.min(state.activeAt, event.at);
  const next: Watching = { kind: 'watching', hiddenSince, activeAt };
  // Activity comes with every key: the bell stays where it is and is set anew when it rings too early.
  return event.kind === 'rang' || event.kind === 'hidden' ? watch(limits, next, event.at) : [next, []];
}

function hiddenAfter(state: LockState, event: LockEvent): number | undefined {
  if (event.kind === 'visible') return undefined;
  if (event.kind === 'hidden') return state.hiddenSince ?? event.at;
  return state.hiddenSince === undefined ? undefined : Math.min(state.hiddenSince, event.at);
}

function overdueReason(limits: LockLimits, state: Watching, at: number): LockReason | undefined {
  if (at >= state.activeAt + limits.idle) return 'idle';
  if (state.hiddenSince !== undefined && at >= state.hiddenSince + limits.hidden) return 'hidden';
  return undefined;
}

function watch(limits: LockLimits, state: Watching, at: number): Step {
  const idle = state.activeAt + limits.idle;
  const hidden = state.hiddenSince === undefined ? idle : state.hiddenSince + limits.hidden;
  return [state, [{ kind: 'wake', after: Math.max(0, Math.min(idle, hidden) - at) }]];
}

function lock(hiddenSince: number | undefined, reason: LockReason): Step {
  return [{ kind: 'resting', hiddenSince }, [{ kind: 'quiet' }, { kind: 'lock', reason }]];
}
