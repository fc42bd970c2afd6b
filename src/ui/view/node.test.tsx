// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { Element } from '../../wire/elements/index.ts';
import { lazy } from '../parts/lazy.ts';
import { fresh_page, type PageState, reduce } from '../store/page.ts';
import { create_store } from '../store/store.ts';
import { empty_block, empty_tree, type TreeNode } from '../store/tree.ts';
import { type Change, PageContext } from './context.ts';
import { Children } from './node.tsx';

const leaf = (element: Element): TreeNode => ({ kind: 'leaf', element, buffers: [] });

function show(children: readonly TreeNode[], values: PageState['values'] = new Map()) {
  const store = create_store(reduce, { ...fresh_page, tree: empty_tree, values });
  const sent: unknown[] = [];
  const commit = ({ id, value, quiet }: Change) => {
    sent.push([id, value, quiet]);
    store.dispatch({ type: 'set_value', id, value });
  };
  const { container } = render(
    <PageContext.Provider value={{ store, commit, services: lazy(() => Promise.reject(new Error('none'))) }}>
      <Children node={{ ...empty_block(undefined), children }} />
    </PageContext.Provider>,
  );
  return { store, sent, container };
}

afterEach(cleanup);

it('gives a widget its default, its value, and the value that the script sets', () => {
  const box: Element = { type: 'checkbox', id: 'a', label: 'A', default: true, on_change: 'ignore' };
  const { store, sent } = show([leaf(box)]);
  const control = screen.getByRole('checkbox') as HTMLInputElement;
  expect(control.checked).toBe(true);
  fireEvent.click(control);
  expect(sent).toEqual([['a', false, true]]);
  act(() => store.dispatch({ type: 'set_value', id: 'a', value: true }));
  expect(control.checked).toBe(true);
});

it('gives a followed block its value, and its children', () => {
  const element: Element = { type: 'expander', id: 'e', label: 'More' };
  const inside = leaf({ type: 'text', body: 'inside' });
  const { store, sent, container } = show([{ ...empty_block(element), children: [inside] }]);
  const details = container.querySelector('details') as HTMLDetailsElement;
  expect(details.open).toBe(false);
  act(() => {
    details.open = true;
  });
  expect(sent).toEqual([['e', true, false]]);
  act(() => store.dispatch({ type: 'set_value', id: 'e', value: false }));
  expect(details.open).toBe(false);
  expect(details.textContent).toContain('inside');
});

it('tells style sheets how an element shares a row', () => {
  const wide: Element = { type: 'text', body: 'wide', width: 'stretch' };
  const fixed: Element = { type: 'text', body: 'fixed', width: 120 };
  show([leaf(wide), leaf(fixed)]);
  const boxes = screen.getAllByTestId('stElementContainer');
  expect(boxes.map((box) => box.dataset['width'])).toEqual(['stretch', 'fixed']);
  expect(boxes[1]?.style.width).toBe('120px');
});
