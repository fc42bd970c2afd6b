/** What a component of the catalogue receives. It knows neither the port nor the store. */
import type { ComponentChildren, JSX } from 'preact';
import type { ElementByType, ElementType, ValueOf } from '../../wire/elements/index.ts';

export interface Props<T extends ElementType> {
  readonly element: ElementByType<T>;
  /** The widget's value now; undefined for what is no widget. */
  readonly value: ValueOf<T>;
  /** Commits a value: the script runs again, or, in a form, the value waits for its submit. */
  readonly onChange: (value: ValueOf<T>) => void;
  /** Bytes that belong to the element. */
  readonly buffers: readonly ArrayBuffer[];
  /** What a block holds, each child in its own container. */
  readonly children?: ComponentChildren;
}

export type Component<T extends ElementType> = (props: Props<T>) => JSX.Element | null;
