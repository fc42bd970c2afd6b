/** A value that changes through a reducer, and who wants to hear of it. */
import { useEffect, useReducer, useRef } from 'preact/hooks';

export interface Store<S, E> {
  readonly get: () => S;
  readonly dispatch: (event: E) => void;
  /** Returns how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function create_store<S, E>(reduce: (state: S, event: E) => S, initial: S): Store<S, E> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    dispatch(event) {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of the store's state; the component renders again only when that part is another (by identity). */
export function useSelect<S, E, P>(store: Store<S, E>, select: (state: S) => P): P {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const latest = useRef(select);
  latest.current = select;
  const part = select(store.get());
  const shown = useRef(part);
  shown.current = part;
  useEffect(() => {
    const check = () => {
      if (!Object.is(latest.current(store.get()), shown.current)) render(undefined);
    };
    check();
    return store.subscribe(check);
  }, [store]);
  return part;
}
