import type { CryptoPort } from './crypto_port.ts';
import { deriveOnce } from './passphrase.ts';

/**
 * How many rounds of PBKDF2 a passphrase costs. `accept` is the least that a stored file may name and never falls;
 * `floor` is the least for new ones and rises over the years: a vault below it is wrapped anew when it is next opened.
 */
export interface RoundsPolicy {
  readonly accept: number;
  readonly floor: number;
  choose(port: CryptoPort): Promise<number>;
}

export const ACCEPTED_ROUNDS = 600_000;
export const FLOOR_ROUNDS = 600_000;
/** More would let a hostile backup hang the page, and a fast machine make a vault that a slow one cannot open. */
export const MOST_ROUNDS = 10_000_000;
/** Less than the half second that a reader bears: it is chosen once, and a device that is busy later takes longer. */
export const TARGET_MS = 375;

const SAMPLE_ROUNDS = 200_000;

/** Rounds that take about `TARGET_MS` where `sample` rounds took `elapsed` ms; between the floor and the most. */
export function roundsFor(elapsed: number, sample: number): number {
  // A coarse clock may say 0: that is a fast machine, not an endless one.
  const wanted = elapsed > 0 ? Math.round(((TARGET_MS / elapsed) * sample) / 1000) * 1000 : FLOOR_ROUNDS;
  return Math.min(MOST_ROUNDS, Math.max(FLOOR_ROUNDS, wanted));
}

/** The one policy of the product: under half a second on this device, never under 600,000 rounds. */
export const calibratedRounds: RoundsPolicy = {
  accept: ACCEPTED_ROUNDS,
  floor: FLOOR_ROUNDS,
  async choose(port) {
    // The middle one: the first also pays for warming up, and the fastest may have had a quiet moment that an unlock has not.
    const times: number[] = [];
    for (let sample = 0; sample < 3; sample++) {
      const start = performance.now();
      await deriveOnce(port, 'a sample', port.random(16), SAMPLE_ROUNDS, 'encrypt');
      times.push(performance.now() - start);
    }
    const [, middle = 0] = times.sort((a, b) => a - b);
    return roundsFor(middle, SAMPLE_ROUNDS);
  },
};
