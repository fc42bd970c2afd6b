import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cache_entry, cache_place } from './cache.ts';
import { embed_connect, embed_ready, to_frame, to_host } from './embed.ts';
import { parse, type Schema } from './schema.ts';
import { up } from './up.ts';

/** What an object's schema says of its fields. */
interface WithFields {
  readonly fields: Readonly<Record<string, unknown>>;
}
interface Tagged extends Schema<unknown> {
  readonly members: Readonly<Record<string, Schema<unknown> & WithFields>>;
}
type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const HOSTILE = ['__proto__', 'constructor', 'prototype', 'toString', 'then', 'type', 'id', 'value'];
const word = fc.oneof(fc.constantFrom(...HOSTILE), fc.string());
const anything = fc.anything({
  key: word,
  withBigInt: true,
  withMap: true,
  withNullPrototype: true,
  withTypedArray: true,
  maxDepth: 3,
});
const bytes = fc.uint8Array().map((array) => array.buffer);

/** Anything; the right fields with anything in them; and what is nearly right. */
function messages(fields: Fields): fc.Arbitrary<unknown> {
  const forged = Object.fromEntries(
    Object.entries(fields).map(([name, right]) => [name, fc.oneof(right, anything)]),
  );
  return fc.oneof(anything, fc.record(forged, { requiredKeys: [] }), fc.record(fields));
}

/** The same for each type of a union, with the fields that it has. */
function tagged_messages({ members }: Tagged, fields: Fields): fc.Arbitrary<unknown> {
  const types = Object.entries(members).map(([type, member]) => {
    const own = Object.keys(member.fields).filter((name) => name in fields);
    const right = Object.fromEntries(own.map((name) => [name, fields[name] as fc.Arbitrary<unknown>]));
    return messages({ ...right, type: fc.constant(type) });
  });
  return fc.oneof(...types);
}

/** What is refused is refused by the schema, and what is taken has changed nothing of the page. */
function forge(count: number, schema: Schema<unknown>, message: fc.Arbitrary<unknown>): void {
  let taken = 0;
  fc.assert(
    fc.property(message, (data) => {
      try {
        parse(schema, data, 'message');
        taken++;
      } catch (error) {
        expect(error).toMatchObject({ name: 'WireError' });
      }
    }),
    { numRuns: count },
  );
  expect(taken).toBeGreaterThan(count / 100);
  expect('polluted' in {}).toBe(false);
  expect(Object.keys(Object.prototype)).toEqual([]);
}

const file = fc.record({ path: word, data: bytes });

it('promise: Bad input never breaks the page: 100,000 forged messages to the worker', () => {
  forge(100_000, up, tagged_messages(up, { id: word, value: fc.jsonValue(), query: word }));
}, 120_000);

it('promise: Bad input never breaks the page: 100,000 forged messages to an embedded app', () => {
  const app = fc.oneof(
    fc.constant({ kind: 'site' }),
    fc.record({ kind: fc.constant('files'), files: fc.array(file, { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('packed'), name: word, data: bytes }),
  );
  const fields = {
    id: fc.nat(),
    app,
    changes: fc.array(file, { maxLength: 3 }),
    theme: fc.constantFrom('system', 'light', 'dark'),
    source: fc.boolean(),
    sisters: fc.boolean(),
    shown: fc.boolean(),
    path: word,
    data: bytes,
  };
  forge(100_000, to_frame, tagged_messages(to_frame, fields));
}, 120_000);

it('promise: Bad input never breaks the page: 100,000 forged messages to a page around an app', () => {
  const fields = { id: fc.nat(), name: word, message: word, height: fc.double() };
  forge(100_000, to_host, tagged_messages(to_host, fields));
}, 120_000);

it.each([
  ['of a frame that is ready', embed_ready, { tablit: fc.constant('ready') }],
  ['of a page that connects', embed_connect, { tablit: fc.constant('connect') }],
])(
  'refuses forged greetings: %s',
  (_what, schema, fields) => {
    const nonce = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
    forge(20_000, schema, messages({ ...fields, version: fc.nat(), nonce }));
  },
  120_000,
);

it('refuses forged entries of caches', () => {
  forge(20_000, cache_entry, messages({ function: word, key: word, data: bytes }));
  forge(20_000, cache_place, messages({ function: word, key: word }));
}, 120_000);
