import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defaultLockLimits,
  type LockCommand,
  type LockEvent,
  type LockState,
  lockStep,
  resting,
} from './lock_policy.ts';

const limits = { idle: 600, hidden: 300 };
const watching = (activeAt: number, hiddenSince?: number): LockState => ({
  kind: 'watching',
  activeAt,
  hiddenSince,
});
const quiet: LockCommand = { kind: 'quiet' };
const locks = (reason: Extract<LockCommand, { kind: 'lock' }>['reason']): LockCommand[] => [
  quiet,
  { kind: 'lock', reason },
];
const wake = (after: number): LockCommand => ({ kind: 'wake', after });
const hiddenSince = (at: number | undefined): LockState => ({ kind: 'resting', hiddenSince: at });

test('ten minutes idle and five out of sight are the defaults', () => {
  expect(defaultLockLimits).toEqual({ idle: 600_000, hidden: 300_000 });
});

type Row = readonly [string, LockState, LockEvent['kind'], number, LockState, readonly LockCommand[]];

const rows: readonly Row[] = [
  ['opening sets the bell', resting, 'opened', 100, watching(100), [wake(600)]],
  [
    'opened out of sight, the nearer limit counts',
    hiddenSince(50),
    'opened',
    100,
    watching(100, 50),
    [wake(250)],
  ],
  ['nothing happens while it is closed', resting, 'activity', 100, resting, []],
  ['nor when an old bell rings', resting, 'rang', 100, resting, []],
  ['a closed vault still knows the page is hidden', resting, 'hidden', 100, hiddenSince(100), []],
  ['and that it came back', hiddenSince(100), 'visible', 150, resting, []],
  ['activity only counts', watching(0), 'activity', 500, watching(500), []],
  ['the bell rang too early: set again', watching(500), 'rang', 600, watching(500), [wake(500)]],
  ['the bell rang in time', watching(0), 'rang', 600, resting, locks('idle')],
  ['activity after the limit locks', watching(0), 'activity', 600, resting, locks('idle')],
  ['coming back after the limit locks', watching(900, 700), 'visible', 1000, resting, locks('hidden')],
  ['hiding brings the bell nearer', watching(0), 'hidden', 200, watching(0, 200), [wake(300)]],
  ['hiding shortly before idleness does not', watching(0), 'hidden', 500, watching(0, 500), [wake(100)]],
  ['hiding twice does not start over', watching(0, 100), 'hidden', 300, watching(0, 100), [wake(100)]],
  ['hidden for long locks', watching(0, 100), 'rang', 400, hiddenSince(100), locks('hidden')],
  ['coming back in time', watching(0, 100), 'visible', 300, watching(0), []],
  ['one click locks', watching(0), 'asked', 10, resting, locks('asked')],
  ['leaving the page locks', watching(0), 'leaving', 10, resting, locks('left')],
  ['closed by someone else: no bell, no second lock', watching(0), 'closed', 10, resting, [quiet]],
  ['a clock set back lends no time', watching(1000), 'visible', 400, watching(400), []],
];

describe('rows', () => {
  test.each(rows)('%s', (_, state, kind, at, next, commands) => {
    expect(lockStep(limits, state, { kind, at })).toEqual([next, commands]);
  });
});

const kinds: readonly LockEvent['kind'][] = [
  'activity',
  'closed',
  'hidden',
  'opened',
  'rang',
  'visible',
  'leaving',
];

test('whatever happens, an open vault has a bell that rings before any limit is passed', () => {
  const event = fc.record({ kind: fc.constantFrom(...kinds), wait: fc.nat(400) });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let state: LockState = resting;
      let at = 0;
      let bell = Number.POSITIVE_INFINITY;
      let activeAt = 0;
      for (const { kind, wait } of events) {
        at += wait;
        const was: LockState = state;
        const [next, commands]: readonly [LockState, readonly LockCommand[]] = lockStep(limits, state, {
          kind,
          at,
        });
        state = next;
        for (const command of commands) {
          bell = command.kind === 'wake' ? at + command.after : Number.POSITIVE_INFINITY;
        }
        if (was.kind === 'watching' && at - activeAt >= limits.idle) expect(state.kind).toBe('resting');
        if (kind === 'activity' || kind === 'opened') activeAt = at;
        if (state.kind === 'watching') {
          // A bell that is due already rings with the next tick.
          expect(bell).toBeLessThanOrEqual(Math.max(at, state.activeAt + limits.idle));
          if (state.hiddenSince !== undefined) {
            expect(bell).toBeLessThanOrEqual(Math.max(at, state.hiddenSince + limits.hidden));
          }
        } else {
          expect(bell).toBe(Number.POSITIVE_INFINITY);
        }
        if (kind === 'rang') expect(bell).not.toBe(at);
      }
    }),
  );
});
