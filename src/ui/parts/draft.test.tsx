// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { useDraft } from './draft.ts';

afterEach(cleanup);

function draft_of(first: string, fault_of = (_text: string): string | undefined => undefined) {
  const sent: string[] = [];
  const { result, rerender } = renderHook(
    ({ committed }) =>
      useDraft(committed, (text) => {
        const fault = fault_of(text);
        if (fault === undefined) sent.push(text);
        return fault;
      }),
    { initialProps: { committed: first } },
  );
  return {
    sent,
    shown: () => [result.current.text, result.current.dirty] as const,
    type: (text: string) => act(() => result.current.type(text)),
    fault: () => result.current.fault,
    commit: (quietly?: 'quietly') => act(() => result.current.commit(quietly)),
    script: (committed: string) => rerender({ committed }),
  };
}

it('holds what is typed until it is committed', () => {
  const draft = draft_of('old');
  draft.type('new');
  expect(draft.shown()).toEqual(['new', true]);
  draft.commit();
  expect(draft.sent).toEqual(['new']);
  draft.script('new');
  expect(draft.shown()).toEqual(['new', false]);
  draft.commit();
  expect(draft.sent).toEqual(['new']);
});

it('shows what the script sets', () => {
  const draft = draft_of('old');
  draft.script('set');
  expect(draft.shown()).toEqual(['set', false]);
});

it('keeps what the reader is in the middle of typing', () => {
  const draft = draft_of('old');
  draft.type('half a wo');
  draft.script('set');
  expect(draft.shown()).toEqual(['half a wo', true]);
  draft.commit();
  expect(draft.sent).toEqual(['half a wo']);
});

it('lets the script have a field whose text was typed and taken back', () => {
  const draft = draft_of('old');
  draft.type('olde');
  draft.type('old');
  draft.script('set');
  expect(draft.shown()).toEqual(['set', false]);
});

it('shows how the committed value reads', () => {
  const draft = draft_of('7');
  draft.type('007');
  draft.commit();
  expect(draft.shown()).toEqual(['7', false]);
});

it('keeps what was refused, and says why until it is changed', () => {
  const draft = draft_of('old', (text) => (text === 'bad' ? 'No.' : undefined));
  draft.type('bad');
  draft.commit('quietly');
  expect(draft.fault()).toBeUndefined();
  draft.commit();
  expect(draft.shown()).toEqual(['bad', true]);
  expect(draft.fault()).toBe('No.');
  expect(draft.sent).toEqual([]);
  draft.type('good');
  expect(draft.fault()).toBeUndefined();
  draft.commit();
  expect(draft.sent).toEqual(['good']);
});
