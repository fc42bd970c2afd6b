import { expect, it } from 'vitest';
import { FLUSH_EVERY, Outbox } from './outbox.ts';

/** How many of `count` changes, `gap` ms apart, leave at once. */
function sent(count: number, gap: number, outbox = new Outbox()): number {
  return Array.from({ length: count }, (_, index) => outbox.due(1_000 + index * gap)).filter(Boolean).length;
}

it('sends the first changes after a pause at once: a long calculation may follow', () => {
  expect(sent(10, 0.01)).toBe(10);
});

it('sends a burst every 8 ms', () => {
  const first = sent(24, 0);
  expect(first).toBe(24);
  const outbox = new Outbox();
  sent(24, 0, outbox);
  const times = Array.from({ length: 1_000 }, (_, index) => 1_000 + index * 0.02);
  const after = times.filter((now) => outbox.due(now)).length;
  // 20 ms: a message each time that 8 ms are over, and one for each millisecond of earned credit.
  expect(after).toBeLessThanOrEqual(20 / FLUSH_EVERY + 21);
});

it('earns its credit back in a pause', () => {
  const outbox = new Outbox();
  sent(100, 0, outbox);
  expect(outbox.due(5_000)).toBe(true);
});
