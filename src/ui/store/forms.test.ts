import { describe, expect, it } from 'vitest';
import type { Element } from '../../wire/elements/index.ts';
import { cleared } from './forms.ts';
import { fresh_page, type PageState, reduce, value_in } from './page.ts';
import { empty_block, empty_tree, type TreeNode } from './tree.ts';

const leaf = (element: Element): TreeNode => ({ kind: 'leaf', element, buffers: [] });
const box = (id: string, form_id?: string): TreeNode =>
  leaf({ type: 'checkbox', id, label: id, default: false, ...(form_id === undefined ? {} : { form_id }) });

const roots = [
  { ...empty_block(undefined), children: [box('a', 'f'), box('b', 'f'), box('c', 'g'), box('d')] },
  ...empty_tree.roots.slice(1),
];
const start: PageState = { ...fresh_page, tree: { roots } };

const set = (state: PageState, id: string, form?: string) =>
  reduce(state, { type: 'set_value', id, value: true, waits: { form } });

describe('values that wait', () => {
  it('are shown, and are the script’s once they are sent', () => {
    const waiting = set(set(set(start, 'a', 'f'), 'c', 'g'), 'd');
    expect(value_in(waiting, 'a', false)).toBe(true);
    expect(waiting.values.size).toBe(0);
    const sent = reduce(waiting, { type: 'sent', form: 'f' });
    expect([...sent.values]).toEqual([
      ['a', true],
      ['d', true],
    ]);
    expect([...sent.unsent.keys()]).toEqual(['c']);
  });

  it('give way to what the script sets', () => {
    const values = [{ id: 'a', value: 'set' }];
    const after = reduce(set(start, 'a', 'f'), { type: 'ops', run: 1, ops: [], values });
    expect(value_in(after, 'a', false)).toBe('set');
    expect(after.unsent.size).toBe(0);
  });

  it('go with their widgets', () => {
    const gone = { ...set(start, 'a', 'f'), tree: empty_tree };
    expect(reduce(gone, { type: 'run_finished', run: 1, outcome: 'success' }).unsent.size).toBe(0);
  });
});

it('a form is cleared of what is not its default, and no other', () => {
  const sent = reduce(set(set(start, 'a', 'f'), 'c', 'g'), { type: 'sent', form: 'f' });
  expect(cleared(sent, 'f')).toEqual([{ id: 'a', value: false }]);
});
