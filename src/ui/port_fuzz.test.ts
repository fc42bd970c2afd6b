import fc from 'fast-check';
import { expect, it } from 'vitest';
import { down } from '../wire/down.ts';
import { elements } from '../wire/elements/index.ts';
import { read_message } from './port.ts';
import { fresh_page, type PageState, reduce } from './store/page.ts';

/** Names of the wire, and names that objects have: what a forger would try. */
const words = [
  ...[
    'type',
    'op',
    'path',
    'json',
    'run',
    'ops',
    'id',
    'value',
    'fresh',
    'length',
    'index',
    'config',
    'stream',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'then'],
];

const types = Object.keys((down as unknown as { readonly members: object }).members);
const ops = ['element', 'block', 'trim', 'transient', 'transient_end', 'value', 'reached'];

const number = fc.oneof(
  fc.integer({ min: -3, max: 6 }),
  fc.double(),
  fc.constantFrom(2 ** 31, 2 ** 53, -1, 0.5),
);
const path = fc.array(fc.oneof({ weight: 5, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: number }), {
  maxLength: 6,
});
const word = fc.oneof(fc.constantFrom(...words, ...types, ...ops), fc.string());
const anything = fc.anything({
  key: word,
  withBigInt: true,
  withMap: true,
  withNullPrototype: true,
  maxDepth: 3,
});
const json = fc.oneof(
  fc
    .record({ type: fc.constantFrom(...Object.keys(elements)), id: fc.string(), body: fc.string() })
    .map((one) => JSON.stringify(one)),
  fc.json({ maxDepth: 3 }),
  fc.string(),
);

const op = fc.record(
  {
    op: fc.constantFrom(...ops),
    path,
    json,
    index: number,
    length: number,
    id: fc.oneof(number, word),
    value: anything,
    fresh: fc.boolean(),
  },
  { requiredKeys: ['op'] },
);

const message = fc.oneof(
  anything,
  fc.record(
    {
      type: fc.constantFrom(...types),
      run: number,
      ops: fc.array(op, { maxLength: 8 }),
      config: anything,
      outcome: fc.constantFrom('success', 'stopped', 'error', 'rerun', 'compile_error'),
      fresh: fc.boolean(),
      text: fc.string(),
      step: word,
      stream: fc.constantFrom('stdout', 'stderr'),
    },
    { requiredKeys: ['type'] },
  ),
  // As agreed but for its content: these reach the tree.
  fc.record({ type: fc.constant('ops'), run: fc.nat(9), ops: fc.array(op.map(exact), { maxLength: 8 }) }),
  fc.record({ type: fc.constant('run_started'), run: fc.nat(9), fresh: fc.boolean() }),
  fc.record({
    type: fc.constant('run_finished'),
    run: fc.nat(9),
    outcome: fc.constantFrom('success', 'rerun'),
  }),
);

const fields: Readonly<Record<string, readonly string[]>> = {
  element: ['op', 'path', 'json'],
  block: ['op', 'path', 'json', 'fresh'],
  trim: ['op', 'path', 'length'],
  transient: ['op', 'path', 'index', 'id', 'json'],
  transient_end: ['op', 'path', 'id'],
  value: ['op', 'id', 'value'],
  reached: ['op', 'path', 'length'],
};

function exact(one: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const whole = {
    path: [0],
    json: '{"type":"text","body":"x"}',
    fresh: true,
    length: 0,
    index: 0,
    id: 1,
    value: null,
    ...one,
  };
  return Object.fromEntries(
    (fields[String(one['op'])] ?? []).map((name) => [name, whole[name as keyof typeof whole]]),
  );
}

it('promise: Bad input never breaks the page: 100,000 forged messages of a worker', () => {
  let state: PageState = fresh_page;
  let read = 0;
  fc.assert(
    fc.property(message, (data) => {
      let taken: ReturnType<typeof read_message>;
      try {
        taken = read_message(data);
      } catch (error) {
        expect(error).toMatchObject({ name: 'WireError' });
        return;
      }
      read++;
      state = reduce(state, taken);
    }),
    { numRuns: 100_000 },
  );
  expect(read).toBeGreaterThan(5_000);
  expect(state.tree.roots).toHaveLength(4);
  expect('polluted' in {}).toBe(false);
  expect(Object.keys(Object.prototype)).toEqual([]);
}, 120_000);
