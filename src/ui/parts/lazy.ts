/** Parts of the page that are fetched when they are first needed, and are simply there from then on. */
import { useEffect, useReducer } from 'preact/hooks';

export interface Lazy<T> {
  /** The part, if it has arrived. */
  readonly now: () => T | undefined;
  /** Whether it was asked for and did not come; it may come yet, at the next need. */
  readonly failed: () => boolean;
  readonly load: () => Promise<T>;
}

/** Fetches once; a failed fetch is tried again at the next need. */
export function lazy<T>(fetch: () => Promise<T>): Lazy<T> {
  let value: T | undefined;
  let pending: Promise<T> | undefined;
  let failed = false;
  const load = async () => {
    try {
      value = await fetch();
      return value;
    } catch (error) {
      pending = undefined;
      failed = true;
      throw error;
    }
  };
  return {
    now: () => value,
    failed: () => failed && value === undefined,
    load() {
      pending ??= load();
      return pending;
    },
  };
}

/**
 * The part, or undefined until it has arrived; then the component renders again, and also when it does not come
 * (`failed`). Without a part nothing is fetched.
 */
export function useLazy<T>(part: Lazy<T> | undefined): T | undefined {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const shown = part?.now();
  useEffect(() => {
    if (!part || shown !== undefined) return undefined;
    let alive = true;
    const settled = () => {
      if (alive) render(undefined);
    };
    part.load().then(settled, settled);
    return () => {
      alive = false;
    };
  }, [part, shown === undefined]);
  return shown;
}
