import { expect, test } from 'vitest';
import { EngineError } from './errors.ts';
import { run_steps, type Step, type StepEvent, type StepTime } from './steps.ts';

interface Log {
  readonly done: string[];
}

const note = (name: string): Step<Log> => ({
  name,
  fault: 'start_failed',
  run: ({ done }) => {
    done.push(name);
  },
});

const fail = (error: unknown, file?: string): Step<Log> => ({
  name: 'fail',
  fault: 'damaged_package',
  ...(file ? { file } : {}),
  run: () => Promise.reject(error),
});

/** A clock that moves by 5 ms each time it is looked at. */
function clock(): () => number {
  let time = 0;
  return () => (time += 5);
}

async function run(steps: readonly Step<Log>[]) {
  const log: Log = { done: [] };
  const events: StepEvent[] = [];
  const times: StepTime[] = [];
  const error = await run_steps(steps, log, (event) => events.push(event), times, clock()).catch(
    (caught) => caught,
  );
  return { ...log, events, times, error };
}

test('steps run in order, each reported and timed', async () => {
  const { done, events, times } = await run([note('one'), note('two')]);
  expect(done).toEqual(['one', 'two']);
  expect(events).toEqual([
    { step: 'one', state: 'started' },
    { step: 'one', state: 'done', ms: 5 },
    { step: 'two', state: 'started' },
    { step: 'two', state: 'done', ms: 5 },
  ]);
  expect(times).toEqual([
    { step: 'one', ms: 5 },
    { step: 'two', ms: 5 },
  ]);
});

test('a failing step ends the run with its own kind of fault, the cause kept', async () => {
  const cause = new RangeError('out of bounds');
  const { done, error, times } = await run([note('one'), fail(cause, 'x.whl'), note('two')]);
  expect(done).toEqual(['one']);
  expect(times.map(({ step }) => step)).toEqual(['one']);
  expect(error).toBeInstanceOf(EngineError);
  expect(error).toMatchObject({
    code: 'damaged_package',
    file: 'x.whl',
    message: 'x.whl: out of bounds',
    cause,
  });
});

test('an error that says what happened is passed on as it is', async () => {
  const known = new EngineError('missing_file', 'There is no x.', { file: 'x' });
  expect((await run([fail(known)])).error).toBe(known);
});

test('an error crosses a port as data, with a hint', () => {
  const { code, file, hint } = new EngineError('missing_file', 'There is no x.', { file: 'x' }).to_fault();
  expect({ code, file }).toEqual({ code: 'missing_file', file: 'x' });
  expect(hint).not.toBe('');
});
