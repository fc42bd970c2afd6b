import { expect, it } from 'vitest';
import { guard_rows } from './guards.ts';

it('rows say what was measured, what was aimed at, and what was missed', () => {
  const rows = guard_rows([
    { name: 'a', took: 412.4, aim: 700 },
    { name: 'b', took: 3.04, aim: 3 },
  ]);
  expect(rows).toBe('| a | 412 ms | ≤ 700 ms |\n| b | 3.0 ms | ≤ 3 ms (missed) |');
});
