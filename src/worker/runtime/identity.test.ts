import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element_id, hash_128, type Identity } from './identity.ts';

const base: Identity = { kind: 'slider', key: null, shape: 'a', root: 0, form: undefined, page: '' };
const id = (change: Partial<Identity>) => element_id({ ...base, ...change });

describe('an element id', () => {
  it('has the form that apps know', () => {
    expect(id({})).toMatch(/^\$\$ID-[0-9a-f]{32}-None$/);
    expect(id({ key: 'k' })).toMatch(/^\$\$ID-[0-9a-f]{32}-k$/);
  });

  it.each([
    ['kind', { kind: 'radio' }],
    ['shape', { shape: 'b' }],
    ['root', { root: 1 }],
    ['form', { form: 'f' }],
    ['page', { page: 'p' }],
  ] as const)('without a key is another for another %s', (_name, change) => {
    expect(id(change)).not.toBe(id({}));
  });

  it('with a key does not depend on the root or the form', () => {
    expect(id({ key: 'k', root: 1, form: 'f' })).toBe(id({ key: 'k' }));
  });
});

describe('the hash behind it', () => {
  it('differs for texts that differ in one character', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ minLength: 1, maxLength: 1 }), (text, more) => {
        expect(hash_128(text + more)).not.toBe(hash_128(text));
      }),
    );
  });

  it('does not collide over 200,000 like texts', () => {
    const seen = new Set(
      Array.from({ length: 200_000 }, (_, index) => hash_128(`text_input{'label': 'Row ${index}'}`)),
    );
    expect(seen.size).toBe(200_000);
  });
});
