/** A run that somebody asked for, to its end. */
import type { OpenApp } from '../open_app.tsx';

/** Runs the app from the top. Resolves when that run is over or was stopped; rejects when there is no app to run. */
export function run_to_end({ store, shown, runner }: OpenApp): Promise<void> {
  const { run: before } = store.get();
  if (shown.get().runner.kind === 'failed') void runner.start();
  else void runner.rerun().catch(() => undefined);
  return new Promise((resolve, reject) => {
    let has_begun = false;
    const end = (settle: () => void) => {
      for (const stop of stops) stop();
      settle();
    };
    const look_at_run = () => {
      const { run } = store.get();
      if (run === before) return;
      if (run.kind === 'running') has_begun ||= before.kind !== 'running' || before.run !== run.run;
      if (run.kind !== 'finished' || run.outcome === 'rerun') return;
      if (has_begun || run.outcome === 'stopped') end(resolve);
    };
    const look_at_runner = () => {
      const state = shown.get().runner;
      if (state.kind === 'failed') end(() => reject(new Error(state.failure.message)));
    };
    const stops = [store.subscribe(look_at_run), shown.subscribe(look_at_runner)];
  });
}
