import { expect, test } from 'vitest';
import { platformCrypto } from './crypto_port.ts';
import { ACCEPTED_ROUNDS, calibratedRounds, FLOOR_ROUNDS, MOST_ROUNDS, roundsFor } from './rounds.ts';

test.each([
  [100, 200_000, 750_000, 'three eighths of a second at the measured speed'],
  [33.3, 200_000, 2_252_000, 'rounded to a thousand'],
  [5000, 200_000, 600_000, 'a slow device still gets the floor'],
  [0.001, 200_000, 10_000_000, 'a fast one the most that any device must bear'],
  [0, 200_000, 600_000, 'a clock that does not move says nothing'],
])('%d ms for %d rounds: %d, %s', (elapsed, sample, rounds) => {
  expect(roundsFor(elapsed, sample)).toBe(rounds);
});

test('the policy of the product neither makes nor accepts fewer than 600,000 rounds', async () => {
  expect([ACCEPTED_ROUNDS, FLOOR_ROUNDS]).toEqual([600_000, 600_000]);
  expect([calibratedRounds.accept, calibratedRounds.floor]).toEqual([600_000, 600_000]);
  const rounds = await calibratedRounds.choose(platformCrypto());
  expect(rounds).toBeGreaterThanOrEqual(600_000);
  expect(rounds).toBeLessThanOrEqual(MOST_ROUNDS);
});
