import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../wire/down.ts';
import type { Message } from '../port.ts';
import { type Action, fresh_page, is_of_before, type PageState, reduce } from './page.ts';
import { apply, empty_tree } from './tree.ts';

const started = (run: number, fresh = false): Message => ({ type: 'run_started', run, fresh });
const finished = (run: number, outcome: Outcome = 'success'): Message => ({
  type: 'run_finished',
  run,
  outcome,
});
const ops = (body: string): Message => ({
  type: 'ops',
  run: 1,
  values: [],
  ops: [{ op: 'element', path: [0, 0], element: { type: 'text', body }, buffers: [] }],
});
const play = (...events: (Message | Action)[]): PageState => events.reduce(reduce, fresh_page);
const first = (state: PageState) => state.tree.roots[0]?.children[0]?.element;

describe('the page', () => {
  it('shows a fresh run when it ends, and what was there until then', () => {
    const before = play(started(1, true), ops('old'), finished(1));
    const during = [started(1, true), ops('new')].reduce(reduce, before);
    expect(first(during)).toMatchObject({ body: 'old' });
    expect(first(reduce(during, finished(1)))).toMatchObject({ body: 'new' });
  });

  it('shows a fresh run that is slow as far as it has come', () => {
    const state = play(started(1, true), ops('new'), { type: 'run_is_slow' });
    expect(first(state)).toMatchObject({ body: 'new' });
  });

  it('shows a fresh run that begins with a rerun when the next has ended', () => {
    const early = play(started(1, true), ops('early'), finished(1, 'rerun'), started(2));
    expect(first(early)).toBeUndefined();
    expect(first([ops('late'), finished(2)].reduce(reduce, early))).toMatchObject({ body: 'late' });
    expect(first([finished(2, 'rerun')].reduce(reduce, early))).toMatchObject({ body: 'early' });
  });

  it('applies later runs as they come', () => {
    const state = play(started(1, true), ops('a'), finished(1), started(2), ops('b'));
    expect(first(state)).toMatchObject({ body: 'b' });
  });

  it('keeps what is there when the script does not compile', () => {
    const error = { exception_type: 'SyntaxError', message: 'm', stack_trace: [] };
    const before = play(started(1, true), ops('old'), finished(1));
    const events: Message[] = [started(2), { type: 'run_finished', run: 2, outcome: 'compile_error', error }];
    const state = events.reduce(reduce, before);
    expect(first(state)).toMatchObject({ body: 'old' });
    expect(state.compile_error).toBe(error);
    expect(reduce(state, started(3)).compile_error).toBeUndefined();
  });

  it('forgets values of widgets that are gone, after a run that came to its end only', () => {
    const set: Action = { type: 'set_value', id: 'gone', value: 1 };
    expect(play(started(1), set, finished(1, 'stopped')).values.size).toBe(1);
    expect(play(started(1), set, finished(1)).values.size).toBe(0);
  });

  it('takes the values that the script set', () => {
    const state = play({ type: 'ops', run: 1, ops: [], values: [{ id: 'w', value: 3 }] });
    expect(state.values.get('w')).toBe(3);
  });

  it('keeps the newest console lines', () => {
    const lines = Array.from(
      { length: 2_005 },
      (_, index): Message => ({
        type: 'console',
        stream: 'stdout',
        text: `${index}\n`,
      }),
    );
    const state = play(...lines);
    expect(state.console).toHaveLength(2_000);
    expect(state.console.at(-1)?.text).toBe('2004\n');
  });

  it('lists the steps of the start with their times', () => {
    const state = play(
      { type: 'boot', step: 'Start Python', state: 'started' },
      { type: 'boot', step: 'Start Python', state: 'done', ms: 12 },
    );
    expect(state.boot).toEqual([{ step: 'Start Python', ms: 12 }]);
  });
});

describe('a page of an earlier visit', () => {
  const text = (path: number[], body: string) =>
    ({ op: 'element', path, element: { type: 'text', body }, buffers: [] }) as const;
  const tree = apply(empty_tree, [text([0, 0], 'kept'), text([0, 1], 'below')]).tree;
  const remembered: Action = { type: 'remembered', tree, config: { page_title: 'T' } };
  const bodies = ({ tree: { roots } }: PageState) =>
    roots[0]?.children.map(({ element }) => (element?.type === 'text' ? element.body : '?'));

  it('is shown, answering nothing, until the first run has taken its place', () => {
    const shown = play(remembered);
    expect([bodies(shown), is_of_before(shown)]).toEqual([['kept', 'below'], true]);
    const during = [started(1, true), ops('new')].reduce(reduce, shown);
    expect([bodies(during), is_of_before(during)]).toEqual([['kept', 'below'], true]);
    const after = reduce(during, finished(1));
    expect([bodies(after), is_of_before(after)]).toEqual([['new'], false]);
  });

  it('stays below what a slow run has built, which answers', () => {
    const slow = play(remembered, started(1, true), { type: 'run_is_slow' });
    expect([bodies(slow), is_of_before(slow)]).toEqual([['kept', 'below'], false]);
    const more = reduce(slow, ops('new'));
    expect(bodies(more)).toEqual(['new', 'below']);
    expect(more.tree.roots[0]?.reached).toBe(1);
    expect(bodies(reduce(more, finished(1)))).toEqual(['new']);
    expect(bodies(reduce(more, finished(1, 'stopped')))).toEqual(['new']);
  });

  it('outlives a first run that asks for another, not two', () => {
    const again = play(remembered, started(1, true), ops('early'), finished(1, 'rerun'), started(2));
    expect([bodies(again), is_of_before(again)]).toEqual([['kept', 'below'], true]);
    expect(bodies(reduce(again, finished(2, 'rerun')))).toEqual(['early']);
  });

  it('goes when the script cannot be compiled: it is not what that script shows', () => {
    const error = { exception_type: 'SyntaxError', message: 'm', stack_trace: [] };
    const state = play(remembered, started(1, true), {
      type: 'run_finished',
      run: 1,
      outcome: 'compile_error',
      error,
    });
    expect([bodies(state), is_of_before(state), state.compile_error]).toEqual([[], false, error]);
  });

  it('comes too late once a run has begun', () => {
    expect(bodies(play(started(1, true), remembered))).toEqual([]);
  });
});
