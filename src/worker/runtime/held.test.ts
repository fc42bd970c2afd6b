import { describe, expect, it } from 'vitest';
import { Held } from './held.ts';

const forms: Readonly<Record<string, string>> = { a: 'f', b: 'f', c: 'g' };
const form_of = (id: string) => forms[id];
const value = (id: string, value: unknown = 1) => ({ id, value, trigger: false });

function held(...ids: readonly string[]): Held {
  const made = new Held();
  for (const id of ids) made.hold(value(id));
  return made;
}

const released = (from: Held, form?: string) => from.release(form, form_of).map(({ id }) => id);

describe('values that wait', () => {
  it('go with the submit of their form, and with no other run', () => {
    const values = held('a', 'c', 'b');
    expect(released(values)).toEqual([]);
    expect(released(values, 'f')).toEqual(['a', 'b']);
    expect(released(values, 'f')).toEqual([]);
    expect(released(values, 'g')).toEqual(['c']);
  });

  it('of no form go with any run', () => {
    expect(released(held('x', 'a'))).toEqual(['x']);
    expect(released(held('x', 'a'), 'g')).toEqual(['x']);
  });

  it('are the newest of each widget, in the order of the newest changes', () => {
    const values = held('a', 'b');
    values.hold(value('a', 2));
    expect(values.release('f', form_of)).toEqual([value('b'), value('a', 2)]);
  });

  it('are dropped with their widget', () => {
    const values = held('a', 'b');
    values.drop('a');
    expect(released(values, 'f')).toEqual(['b']);
  });
});
