import {
  defaultLockLimits,
  type LockEvent,
  type LockLimits,
  type LockReason,
  lockStep,
  resting,
} from './lock_policy.ts';
import type { Vault } from './vault.ts';

/** What the lock hears of the page and the clock. */
export interface PageSignals {
  /** Milliseconds that go on while the machine sleeps: the wall clock. */
  now(): number;
  /** Calls `send` for what happens from now on, and first with `hidden` if the page is out of sight already. */
  listen(send: (kind: 'activity' | 'hidden' | 'leaving' | 'visible') => void): () => void;
  /** Calls `ring` once after `after` ms, unless the returned function is called before. */
  wake(after: number, ring: () => void): () => void;
}

export interface AutoLock {
  /** One click. */
  lock(): void;
  stop(): void;
}

/** Locks `vault` when the policy says so. `onLock` hears why. */
export function autoLock(
  vault: Pick<Vault, 'lock' | 'state' | 'subscribe'>,
  signals: PageSignals = browserSignals(),
  limits: LockLimits = defaultLockLimits,
  onLock: (reason: LockReason) => void = () => {},
): AutoLock {
  let state = resting;
  let quiet = () => {};

  const send = (kind: LockEvent['kind']) => {
    const [next, commands] = lockStep(limits, state, { kind, at: signals.now() });
    state = next;
    for (const command of commands) {
      if (command.kind === 'lock') {
        vault.lock();
        onLock(command.reason);
        continue;
      }
      quiet();
      quiet = command.kind === 'wake' ? signals.wake(command.after, () => send('rang')) : () => {};
    }
  };

  const deaf = signals.listen(send);
  const follow = () => send(vault.state().kind === 'open' ? 'opened' : 'closed');
  const unsubscribe = vault.subscribe(follow);
  follow();

  return {
    lock: () => send('asked'),
    stop() {
      deaf();
      unsubscribe();
      quiet();
    },
  };
}

/** `page` and `view` are the document and window of the shell; apps run elsewhere and do not count as activity. */
export function browserSignals(page: Document = document, view: Window = window): PageSignals {
  return {
    now: () => Date.now(),
    listen(send) {
      const ear = new AbortController();
      const options = { signal: ear.signal, capture: true, passive: true };
      const active = () => send('activity');
      for (const type of ['keydown', 'pointerdown', 'wheel']) view.addEventListener(type, active, options);
      const sight = () => send(page.visibilityState === 'hidden' ? 'hidden' : 'visible');
      page.addEventListener('visibilitychange', sight, options);
      view.addEventListener('pagehide', () => send('leaving'), options);
      if (page.visibilityState === 'hidden') send('hidden');
      return () => ear.abort();
    },
    wake(after, ring) {
      const timer = view.setTimeout(ring, after);
      return () => view.clearTimeout(timer);
    },
  };
}
