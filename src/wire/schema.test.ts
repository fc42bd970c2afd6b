import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { down } from './down.ts';
import type { ElementByType } from './elements/index.ts';
import { type Infer, parse, s, WireError } from './schema.ts';
import { up } from './up.ts';

const person = s.object({
  name: s.string,
  age: s.optional(s.integer),
  tags: s.array(s.one_of('a', 'b')),
  inner: s.nullable(s.object({ ratio: s.number })),
});

describe('a schema', () => {
  it('passes what fits, without copying', () => {
    const value = { name: 'Ada', tags: ['a'], inner: { ratio: 0.5 } };
    expect(parse(person, value, 'person')).toBe(value);
  });

  it.each([
    [{ name: 1, tags: [], inner: null }, 'person.name: expected a string'],
    [{ name: 'a', tags: ['a', 'c'], inner: null }, 'person.tags[1]: expected one of "a", "b"'],
    [{ name: 'a', tags: [], inner: { ratio: Number.NaN } }, 'person.inner.ratio: expected a finite number'],
    [{ name: 'a', tags: [] }, 'person.inner: expected an object'],
    [{ name: 'a', tags: [], inner: null, more: 1 }, 'person.more: expected no such field'],
    [{ name: 'a', age: 1.5, tags: [], inner: null }, 'person.age: expected a whole number'],
    [null, 'person: expected an object'],
    [[], 'person: expected an object'],
  ])('names where %j differs', (value, message) => {
    expect(() => parse(person, value, 'person')).toThrow(
      new WireError('', { path: [], expected: '' }).constructor,
    );
    expect(() => parse(person, value, 'person')).toThrow(message);
  });

  it('takes no field from the prototype', () => {
    const value = Object.create({ name: 'Ada', tags: [], inner: null });
    expect(() => parse(person, value, 'person')).toThrow('person.name');
  });

  it('takes __proto__ for the unknown field that it is', () => {
    const value = JSON.parse('{"name":"a","tags":[],"inner":null,"__proto__":{"x":1}}');
    expect(() => parse(person, value, 'person')).toThrow('__proto__');
  });

  it('tells a union apart by its tag alone', () => {
    const shape = s.tagged('kind', {
      circle: s.object({ kind: s.one_of('circle'), r: s.number }),
      square: s.object({ kind: s.one_of('square'), a: s.number }),
    });
    expect(() => parse(shape, { kind: 'square', r: 1 }, 'shape')).toThrow('shape.a');
    expect(() => parse(shape, { kind: 'constructor' }, 'shape')).toThrow('one of circle, square');
  });

  it('never throws anything but a WireError, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }),
        (value) => {
          for (const schema of [down, up, person]) {
            try {
              parse(schema as typeof person, value, 'message');
            } catch (error) {
              expect(error).toBeInstanceOf(WireError);
            }
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('the types of a schema', () => {
  it('are what the schema says', () => {
    expectTypeOf<Infer<typeof person>>().toEqualTypeOf<{
      readonly name: string;
      readonly tags: readonly ('a' | 'b')[];
      readonly inner: { readonly ratio: number } | null;
      readonly age?: number;
    }>();
  });

  it('are not any', () => {
    expectTypeOf<ElementByType<'slider'>['min']>().toBeNumber();
    expectTypeOf<ElementByType<'slider'>>().not.toBeAny();
    // @ts-expect-error a slider has no such field
    type _Missing = ElementByType<'slider'>['nothing'];
  });
});
