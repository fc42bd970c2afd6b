import { expect, test } from 'vitest';
import { type BootStepView, boot_total, step_facts, time_text } from './boot_view.ts';

test.each([
  [4.4, '4 ms'],
  [412, '412 ms'],
  [1_260, '1.3 s'],
])('%d ms is %s', (ms, text) => {
  expect(time_text(ms)).toBe(text);
});

test.each<[BootStepView, string]>([
  [{ name: 'a', state: 'running', loaded: 1_200_000, total: 3_400_000 }, '1.2 of 3.4 MB'],
  [{ name: 'a', state: 'running', loaded: 0, total: 12_000 }, '0 of 12 KB'],
  [{ name: 'a', state: 'done', loaded: 3_400_000, total: 3_400_000, ms: 120 }, '3.4 MB · 120 ms'],
  [{ name: 'a', state: 'done', ms: 120 }, '120 ms'],
  [{ name: 'a', state: 'running' }, ''],
  [{ name: 'a', state: 'running', loaded: 0, total: 0 }, ''],
])('%j says %j', (step, text) => {
  expect(step_facts(step)).toBe(text);
});

test('the total is of all bytes, and of none unknown', () => {
  const steps: BootStepView[] = [
    { name: 'a', state: 'done', loaded: 30, total: 30 },
    { name: 'b', state: 'running', loaded: 20, total: 70 },
    { name: 'c', state: 'running' },
  ];
  expect(boot_total({ steps })).toEqual({ share: 0.5, loaded: 50, total: 100 });
  expect(boot_total({ steps: [] }).share).toBeUndefined();
});
