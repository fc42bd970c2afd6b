import type { RoundsPolicy } from '../rounds.ts';

/** A policy of `rounds`, for tests that are not about the cost of a passphrase. */
export function fewRounds(rounds = 10, accept = 1): RoundsPolicy {
  return { accept, floor: rounds, choose: async () => rounds };
}
