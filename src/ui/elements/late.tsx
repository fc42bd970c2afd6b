/** A component that is fetched when a script first makes its element: most apps do without it. */
import { type ComponentType, Fragment, h } from 'preact';
import type { ElementType } from '../../wire/elements/index.ts';
import { lazy, useLazy } from '../parts/lazy.ts';
import type { Component, Props } from './component.ts';

/** What a block holds is shown until then as it is. */
export function late<T extends ElementType>(
  name: T,
  fetch: () => Promise<{ readonly [N in T]: Component<T> }>,
): Component<T> {
  const part = lazy(fetch);
  return (props) => {
    const view: ComponentType<Props<T>> | undefined = useLazy(part)?.[name];
    return view ? h(view, props) : h(Fragment, null, props.children);
  };
}
