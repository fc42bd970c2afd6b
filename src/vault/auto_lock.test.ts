import { expect, test } from 'vitest';
import { autoLock, type PageSignals } from './auto_lock.ts';
import type { LockReason } from './lock_policy.ts';
import { openedVault, withPassphrase } from './testing/fixtures.ts';

type Heard = Parameters<Parameters<PageSignals['listen']>[0]>[0];

/** A page and a clock that stand still until told otherwise. */
function stillPage() {
  let now = 1000;
  let hear: ((kind: Heard) => void) | undefined;
  let bell: { readonly at: number; readonly ring: () => void } | undefined;
  const signals: PageSignals = {
    now: () => now,
    listen(send) {
      hear = send;
      return () => {
        hear = undefined;
      };
    },
    wake(after, ring) {
      bell = { at: now + after, ring };
      return () => {
        bell = undefined;
      };
    },
  };
  return {
    signals,
    happen: (kind: Heard) => hear?.(kind),
    listening: () => hear !== undefined,
    bellSet: () => bell !== undefined,
    /** Time goes on and no timer runs. */
    sleep(ms: number) {
      now += ms;
    },
    pass(ms: number) {
      now += ms;
      const due = bell && bell.at <= now ? bell : undefined;
      due?.ring();
    },
  };
}

const limits = { idle: 600, hidden: 300 };

async function watched() {
  const { vault } = await openedVault();
  const page = stillPage();
  const reasons: LockReason[] = [];
  const auto = autoLock(vault, page.signals, limits, (reason) => reasons.push(reason));
  return { vault, page, reasons, auto };
}

test('an idle vault locks, a used one does not', async () => {
  const { vault, page, reasons } = await watched();
  page.pass(500);
  page.happen('activity');
  page.pass(599);
  expect(vault.state().kind).toBe('open');
  page.pass(1);
  expect(vault.state().kind).toBe('locked');
  expect(reasons).toEqual(['idle']);
  expect(page.bellSet()).toBe(false);
});

test('a page that is hidden for long locks its vault', async () => {
  const { vault, page, reasons } = await watched();
  page.happen('hidden');
  page.pass(300);
  expect([vault.state().kind, reasons]).toEqual(['locked', ['hidden']]);
});

test('a machine that slept locks at the first sign of life, before it counts', async () => {
  const { vault, page, reasons } = await watched();
  page.sleep(10_000);
  page.happen('activity');
  expect([vault.state().kind, reasons]).toEqual(['locked', ['idle']]);
});

test('one click and leaving the page lock at once', async () => {
  const { vault, page, reasons, auto } = await watched();
  auto.lock();
  expect(vault.state().kind).toBe('locked');
  await vault.unlock(withPassphrase());
  page.happen('leaving');
  expect([vault.state().kind, reasons]).toEqual(['locked', ['asked', 'left']]);
});

test('unlocking starts the watch again; stopping ends it', async () => {
  const { vault, page, auto } = await watched();
  vault.lock();
  expect(page.bellSet()).toBe(false);
  await vault.unlock(withPassphrase());
  expect(page.bellSet()).toBe(true);
  auto.stop();
  expect([page.bellSet(), page.listening()]).toEqual([false, false]);
  page.pass(10_000);
  expect(vault.state().kind).toBe('open');
});
