/** What a panel's action came to, and the state of one under way. */
import { useEffect, useRef, useState } from 'preact/hooks';

export type Outcome =
  /** `said`: what happened, where the panel itself does not show it. */
  | { readonly kind: 'done'; readonly said?: string }
  | { readonly kind: 'failed'; readonly message: string; readonly hint?: string };

/** Never rejects: what goes wrong is a `failed` outcome. */
export type Act<A extends readonly unknown[] = []> = (...args: A) => Promise<Outcome>;

export interface Acting<A extends readonly unknown[]> {
  readonly busy: boolean;
  readonly outcome: Outcome | undefined;
  /** True when it was done. A second call while one is under way does nothing. */
  readonly run: (...args: A) => Promise<boolean>;
}

export function useAct<A extends readonly unknown[]>(act: Act<A>): Acting<A> {
  const [busy, set_busy] = useState(false);
  const [outcome, set_outcome] = useState<Outcome>();
  const alive = useRef(true);
  const under_way = useRef(false);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  return {
    busy,
    outcome,
    async run(...args) {
      if (under_way.current) return false;
      under_way.current = true;
      set_busy(true);
      set_outcome(undefined);
      const result = await act(...args);
      under_way.current = false;
      if (alive.current) {
        set_busy(false);
        set_outcome(result);
      }
      return result.kind === 'done';
    },
  };
}
