/** How many requests of an app wait and how many are on their way, and how many bytes they hold meanwhile. */
import { NetError, type TooMany } from './errors.ts';
import { limits } from './limits.ts';

export interface Slots {
  /** Counts a request that came in. Returns how to count it out. Throws a `NetError` `too_many`. */
  enter(bytes: number): () => void;
  /** Waits for a turn. Resolves with how to end it. Rejects with `cancelled` when `signal` aborts. */
  turn(signal: AbortSignal): Promise<() => void>;
}

export function create_slots(): Slots {
  let entered = 0;
  let held = 0;
  let running = 0;
  const queue = new Set<() => void>();
  const leave = (): void => {
    running--;
    const [next] = queue;
    next?.();
  };
  const take = (): (() => void) => {
    running++;
    return once(leave);
  };
  return {
    enter(bytes) {
      if (entered >= limits.waiting) throw new NetError('too_many', { what: 'requests' satisfies TooMany });
      if (held + bytes > limits.held_bodies)
        throw new NetError('too_many', { what: 'bytes' satisfies TooMany });
      entered++;
      held += bytes;
      return once(() => {
        entered--;
        held -= bytes;
      });
    },
    turn(signal) {
      if (signal.aborted) return Promise.reject(new NetError('cancelled'));
      if (running < limits.at_once) return Promise.resolve(take());
      return new Promise((resolve, reject) => {
        const go = (): void => {
          queue.delete(go);
          signal.removeEventListener('abort', give_up);
          resolve(take());
        };
        const give_up = (): void => {
          queue.delete(go);
          reject(new NetError('cancelled'));
        };
        queue.add(go);
        signal.addEventListener('abort', give_up, { once: true });
      });
    },
  };
}

function once(task: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    task();
  };
}
