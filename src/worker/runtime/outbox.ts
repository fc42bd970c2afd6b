/**
 * When changes leave for the page. A burst is sent every 8 ms and at its end; the first few changes after a pause are
 * sent at once, because the script may go on with a long calculation and never come back to a flush in time.
 */

/** Milliseconds between two messages of a burst. */
export const FLUSH_EVERY = 8;
/** Changes that may leave at once after a pause, and how long it takes to earn one again, in milliseconds. */
const CREDIT = 24;
const CREDIT_EVERY = 1;

export class Outbox {
  #last = Number.NEGATIVE_INFINITY;
  #credit = CREDIT;
  #refilled = 0;

  /** Whether to flush now that there is a change; `now` in milliseconds. A yes counts as done. */
  due(now: number): boolean {
    const earned = (now - this.#refilled) / CREDIT_EVERY;
    if (earned >= 1) {
      this.#credit = Math.min(CREDIT, this.#credit + Math.floor(earned));
      this.#refilled = now;
    }
    if (this.#credit > 0) {
      this.#credit--;
      this.#last = now;
      return true;
    }
    if (now - this.#last < FLUSH_EVERY) return false;
    this.#last = now;
    return true;
  }
}
