import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { down } from './down.ts';
import type { Definition } from './element.ts';
import { elements } from './elements/index.ts';
import type { Schema } from './schema.ts';
import { up } from './up.ts';

/** The shape of the whole wire as text: names, fields, which are optional, what each holds. */
function outline(schema: Schema<unknown>): unknown {
  const { fields, members, optional, py } = schema as Schema<unknown> & {
    readonly fields?: Readonly<Record<string, Schema<unknown>>>;
    readonly members?: Readonly<Record<string, Schema<unknown>>>;
    readonly optional?: true;
  };
  const parts = fields ?? members;
  const inside = parts && Object.entries(parts).map(([name, part]) => [name, outline(part)]);
  return [optional ? 'optional' : 'required', inside ?? py];
}

it('is the wire that this hash was taken of', () => {
  const definitions = Object.entries(elements as Readonly<Record<string, Definition>>);
  const shape = [
    outline(down),
    outline(up),
    definitions.map(([name, { schema }]) => [name, outline(schema)]),
  ];
  const hash = createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16);
  expect(
    hash,
    'The wire changed. When that is what you want: run `npm run gen`, look at both sides, and put the new hash here.',
  ).toBe('55d8fb8e3cc9e63a');
});
