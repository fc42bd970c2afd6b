/** One of the tree's roots. It renders by itself: what surrounds it does not when an element changes. */
import type { JSX } from 'preact';
import type { Root as RootIndex } from '../../wire/down.ts';
import { useSelect } from '../store/store.ts';
import { usePage } from '../view/context.ts';
import { Children } from '../view/node.tsx';

export function Root({ index }: { index: RootIndex }): JSX.Element | null {
  const { store } = usePage();
  const node = useSelect(store, ({ tree }) => tree.roots[index]);
  return node ? <Children node={node} /> : null;
}

/** Whether there is anything in it. */
export function useFilled(index: RootIndex): boolean {
  const { store } = usePage();
  return useSelect(store, ({ tree }) => (tree.roots[index]?.children.length ?? 0) > 0);
}
