/** Tells the store when a run takes its time: what it has not reached is dimmed, what it has built is shown. */
import { useEffect } from 'preact/hooks';
import { useSelect } from '../store/store.ts';
import type { Page } from '../view/context.ts';

/** Milliseconds until the elements of the run before look old. */
const SLOW = 500;

/** On an empty page there is nothing to keep: show what there is. */
const SLOW_AT_FIRST = 80;

export function useSlowRun({ store }: Page): void {
  const run = useSelect(store, (state) => (state.run.kind === 'running' ? state.run.run : undefined));
  useEffect(() => {
    if (run === undefined) return undefined;
    const empty = store.get().tree.roots.every((root) => root.children.length === 0);
    const timer = setTimeout(() => store.dispatch({ type: 'run_is_slow' }), empty ? SLOW_AT_FIRST : SLOW);
    return () => clearTimeout(timer);
  }, [store, run]);
}
