/** Parts of the page that are fetched when they are first needed, and are simply there from then on. */
import { useEffect, useReducer } from 'preact/hooks';

export interface Lazy<T> {
  /** The part, if it has arrived. */
  readonly now: () => T | undefined;
  readonly load: () => Promise<T>;
}

/** Fetches once; a failed fetch is tried again at the next need. */
export function lazy<T>(fetch: () => Promise<T>): Lazy<T> {
  let value: T | undefined;
  let pending: Promise<T> | undefined;
  const load = async () => {
    try {
      value = await fetch();
      return value;
    } catch (error) {
      pending = undefined;
      throw error;
    }
  };
  return {
    now: () => value,
    load() {
      pending ??= load();
      return pending;
    },
  };
}

/** The part, or undefined until it has arrived; then the component renders again. Without a part nothing is fetched. */
export function useLazy<T>(part: Lazy<T> | undefined): T | undefined {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const shown = part?.now();
  useEffect(() => {
    if (!part || shown !== undefined) return undefined;
    let alive = true;
    const arrived = () => {
      if (alive) render(undefined);
    };
    // What is shown without the part stays: a formula's source, code without colours.
    part.load().then(arrived, () => undefined);
    return () => {
      alive = false;
    };
  }, [part, shown === undefined]);
  return shown;
}
