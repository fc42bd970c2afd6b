/** A component that is fetched when a script first makes its element: most apps do without it. */
import { type ComponentType, Fragment, h } from 'preact';
import type { ElementType } from '../../wire/elements/index.ts';
import { type Lazy, lazy, useLazy } from '../parts/lazy.ts';
import type { Component, Props } from './component.ts';

/** By how it is fetched: components of one part arrive together. */
const parts = new WeakMap<() => Promise<unknown>, Lazy<unknown>>();

function part_of<P>(fetch: () => Promise<P>): Lazy<P> {
  const known = parts.get(fetch) as Lazy<P> | undefined;
  const part = known ?? lazy(fetch);
  parts.set(fetch, part);
  return part;
}

/**
 * What a block holds waits for the block: drawn before, it would be drawn anew when the block arrives, and what a reader
 * typed in between would be gone. Where the block cannot be fetched, it is shown as it is.
 */
export function late<T extends ElementType>(
  name: T,
  fetch: () => Promise<{ readonly [N in T]: Component<T> }>,
): Component<T> {
  const part = part_of(fetch);
  return (props) => {
    const view: ComponentType<Props<T>> | undefined = useLazy(part)?.[name];
    if (view) return h(view, props);
    return part.failed() ? h(Fragment, null, props.children) : null;
  };
}
