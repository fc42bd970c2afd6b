// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { apply, empty_tree } from '../ui/store/tree.ts';
import type { Element } from '../wire/elements/index.ts';
import {
  forget_state,
  type KeptState,
  keep_state,
  kept_state_of,
  key_of,
  MOST_KEPT,
  widgets_of,
} from './kept_state.ts';

beforeEach(() => sessionStorage.clear());

const state: KeptState = {
  version: 1,
  widgets: { '$$ID-1-a': { kind: 'checkbox', value: true } },
  session: '{"plain":{"n":1},"lent":{}}',
  page: { version: 1, nodes: [], config: {} },
};

it('keeps what a session has until it is forgotten, each app its own', () => {
  expect(kept_state_of('app')).toBeUndefined();
  expect(keep_state('app', state)).toBe(true);
  expect(kept_state_of('app')).toEqual(state);
  expect(kept_state_of('other')).toBeUndefined();
  expect([forget_state('app'), forget_state('app'), kept_state_of('app')]).toEqual([true, false, undefined]);
});

it('keeps a session without its page where both are too much, and none that is too much alone', () => {
  const nodes = [{ p: [0, 0], j: 'x'.repeat(MOST_KEPT) }];
  expect(keep_state('app', { ...state, page: { version: 1, nodes, config: {} } })).toBe(true);
  expect(kept_state_of('app')?.page).toBeUndefined();
  expect(keep_state('app', { ...state, session: 'x'.repeat(MOST_KEPT) })).toBe(false);
  expect(kept_state_of('app')).toBeUndefined();
});

it('says when there is no room, or storage is blocked', () => {
  const full = { ...sessionStorage, getItem: () => null, removeItem() {} } as unknown as Storage;
  full.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const blocked = (): Storage => {
    throw new DOMException('blocked', 'SecurityError');
  };
  expect(keep_state('app', state, () => full)).toBe(false);
  expect(keep_state('app', state, blocked)).toBe(false);
  expect(kept_state_of('app', blocked)).toBeUndefined();
  expect(forget_state('app', blocked)).toBe(false);
});

it.each<[string, unknown]>([
  ['no JSON', '{'],
  ['nothing', 'null'],
  ['another version', { ...state, version: 2 }],
  ['a session that is no text', { ...state, session: {} }],
  ['widgets that are no widgets', { ...state, widgets: { '$$ID-1-a': true } }],
  ['a page that is none', { ...state, page: { version: 1 } }],
])('takes nothing of what was tampered with: %s', (_what, kept) => {
  sessionStorage.setItem(key_of('app'), typeof kept === 'string' ? kept : JSON.stringify(kept));
  expect(kept_state_of('app')).toBeUndefined();
});

it('takes no value that is not of its kind, of no such kind, of a click, of a file, or of no widget', () => {
  const widgets = {
    '$$ID-1-a': { kind: 'checkbox', value: 'yes' },
    '$$ID-2-a': { kind: 'constructor', value: 1 },
    '$$ID-3-a': { kind: 'button', value: true },
    '$$ID-4-a': { kind: 'text', value: 'x' },
    '$$ID-5-a': { kind: 'file_uploader', value: [] },
    toString: { kind: 'checkbox', value: true },
    '$$ID-6-a': { kind: 'checkbox', value: true },
  };
  sessionStorage.setItem(key_of('app'), JSON.stringify({ ...state, widgets }));
  expect(Object.keys(kept_state_of('app')?.widgets ?? {})).toEqual(['$$ID-6-a']);
});

it('takes the values of widgets from the page, but for passwords and clicks', () => {
  const common = { label: 'L', width: 'stretch' } as const;
  const elements: Element[] = [
    { ...common, type: 'text_input', id: '$$ID-1-None', default: '' },
    { ...common, type: 'text_input', id: '$$ID-2-None', default: '', input_type: 'password' },
    { ...common, type: 'checkbox', id: '$$ID-3-None', default: false },
  ];
  const { tree } = apply(empty_tree, [
    { op: 'block', path: [0, 0], element: { type: 'container' }, fresh: true },
    ...elements.map((element, at) => ({ op: 'element', path: [0, 0, at], element, buffers: [] }) as const),
  ]);
  const values = new Map(['1', '2', '4'].map((id) => [`$$ID-${id}-None`, 'typed']));
  expect(widgets_of({ tree, values })).toEqual({ '$$ID-1-None': { kind: 'text_input', value: 'typed' } });
});
