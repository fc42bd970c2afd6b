import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from './schema.ts';
import { up } from './up.ts';

const types = Object.keys((up as unknown as { readonly members: object }).members);

const word = fc.oneof(
  fc.constantFrom(
    'type',
    'id',
    'value',
    'buffers',
    '__proto__',
    'constructor',
    'prototype',
    'then',
    ...types,
  ),
  fc.string(),
);
const anything = fc.anything({
  key: word,
  withBigInt: true,
  withMap: true,
  withNullPrototype: true,
  maxDepth: 3,
});

const message = fc.oneof(
  anything,
  fc.record(
    { type: fc.constantFrom(...types), id: fc.oneof(word, anything), value: anything, query: anything },
    { requiredKeys: ['type'] },
  ),
  fc.record({ type: fc.constantFrom(...types), id: fc.string(), value: fc.jsonValue() }),
);

it('promise: Bad input never breaks the page: 100,000 forged messages to the worker', () => {
  let taken = 0;
  fc.assert(
    fc.property(message, (data) => {
      try {
        parse(up, data, 'message');
        taken++;
      } catch (error) {
        expect(error).toMatchObject({ name: 'WireError' });
      }
    }),
    { numRuns: 100_000 },
  );
  expect(taken).toBeGreaterThan(1_000);
  expect('polluted' in {}).toBe(false);
  expect(Object.keys(Object.prototype)).toEqual([]);
}, 120_000);
