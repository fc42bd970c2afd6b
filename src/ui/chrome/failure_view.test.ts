import { expect, test } from 'vitest';
import { failure_words } from './failure_view.ts';

test('a file is named and can be fetched again', () => {
  const words = failure_words({ kind: 'file', file: 'pyodide.asm.wasm', message: 'cut short' });
  expect(words).toMatchObject({
    title: 'pyodide.asm.wasm did not arrive',
    detail: 'cut short',
    action: 'retry',
  });
  expect(failure_words({ kind: 'file', file: '', message: 'm' }).title).toBe('A file did not arrive');
});

test('a browser is told what it lacks, and nothing can be done with a click', () => {
  const words = failure_words({ kind: 'browser', missing: ['A', 'B', 'C'] });
  expect(words).toMatchObject({ detail: 'It has no A, B and no C.', action: undefined });
  expect(failure_words({ kind: 'browser', missing: ['A'] }).detail).toBe('It has no A.');
  expect(failure_words({ kind: 'browser', missing: [] }).detail).toBeUndefined();
});

test('a worker can be started again', () => {
  expect(failure_words({ kind: 'worker', reason: 'memory' })).toMatchObject({
    title: 'The app ran out of memory',
    action: 'restart',
  });
  expect(failure_words({ kind: 'worker', reason: 'crash', message: 'm' })).toMatchObject({
    detail: 'm',
    action: 'restart',
  });
});

test('anything else is in the words of who reports it', () => {
  const failure = { kind: 'other', title: 't', message: 'm', hint: 'h' } as const;
  expect(failure_words(failure)).toEqual({ title: 't', detail: 'm', hint: 'h', action: undefined });
  expect(failure_words({ ...failure, can_retry: true }).action).toBe('retry');
});
