/** Boot is data: a list of named steps. Progress, time and errors are handled here, once, and not around each step. */
import { as_engine_error, type EngineErrorCode } from './errors.ts';

export interface Step<C> {
  /** Shown to the reader while it runs. */
  readonly name: string;
  /** What an error in it means when the error does not say so itself. */
  readonly fault: EngineErrorCode;
  /** Which file that error is about. */
  readonly file?: string;
  readonly run: (context: C) => void | Promise<void>;
}

/** The fields of `Down`'s `boot` message. */
export interface StepEvent {
  readonly step: string;
  readonly state: 'started' | 'done';
  /** Milliseconds, when done. */
  readonly ms?: number;
}

export interface StepTime {
  readonly step: string;
  readonly ms: number;
}

/**
 * Runs the steps in order and appends the time of each finished one to `times`. Throws an `EngineError` at the first
 * that fails; `times` then holds those before it.
 */
export async function run_steps<C>(
  steps: readonly Step<C>[],
  context: C,
  report: (event: StepEvent) => void,
  times: StepTime[],
  now: () => number = () => performance.now(),
): Promise<void> {
  for (const { name, fault, file, run } of steps) {
    const start = now();
    report({ step: name, state: 'started' });
    try {
      await run(context);
    } catch (error) {
      throw as_engine_error(error, fault, file);
    }
    const ms = now() - start;
    times.push({ step: name, ms });
    report({ step: name, state: 'done', ms });
  }
}
