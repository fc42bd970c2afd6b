/** For tests of components: the rows that all layers share, and an element shown alone. */
import { cleanup, render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach } from 'vitest';
import { type ElementByType, type ElementType, elements, type ValueOf } from '../../wire/elements/index.ts';
import { parse, type Schema } from '../../wire/schema.ts';
import { lazy } from '../parts/lazy.ts';
import { type Services, ServicesContext } from '../parts/services.ts';
import type { Component } from './component.ts';

export interface Row<T extends ElementType> {
  readonly name: string;
  /** The Python that makes the element. */
  readonly call: string;
  readonly element: ElementByType<T>;
  /** What the call returns, as Python writes it. */
  readonly value?: string;
}

const files = import.meta.glob<readonly Record<string, unknown>[]>('../../../cases/*/*.json', {
  eager: true,
  import: 'default',
});

/** The rows of `cases/<family>/<type>.json`, each element checked against its schema. */
export function cases_of<T extends ElementType>(type: T): readonly Row<T>[] {
  const [, rows] = Object.entries(files).find(([file]) => file.endsWith(`/${type}.json`)) ?? [];
  if (!rows) throw new Error(`There are no cases of ${type}.`);
  const schema = elements[type].schema as unknown as Schema<ElementByType<T>>;
  return rows.map((row) => ({
    ...(row as unknown as Row<T>),
    element: parse(schema, row['element'], String(row['name'])),
  }));
}

export interface Shown<T extends ElementType> {
  readonly container: HTMLElement;
  /** Every value that the component committed, in order. */
  readonly commits: readonly ValueOf<T>[];
  /** Shows another element at the same place, as a rerun does. */
  readonly update: (element: ElementByType<T>) => void;
}

export interface ShowOptions {
  readonly buffers?: readonly ArrayBuffer[];
  readonly children?: ComponentChildren;
  /** What the component asks of the page; anything else that it asks for fails. */
  readonly services?: Partial<Services>;
}

/** Mounts a component as the page does: a value that it commits comes back to it. */
export function show<T extends ElementType>(
  View: Component<T>,
  element: ElementByType<T>,
  { buffers = [], children, services = {} }: ShowOptions = {},
): Shown<T> {
  const commits: ValueOf<T>[] = [];
  const given = lazy(async () => services as Services);
  const first = (element as { readonly default?: unknown }).default as ValueOf<T>;
  function Page({ shown }: { shown: ElementByType<T> }) {
    const [value, set_value] = useState<{ readonly is: ValueOf<T> }>({ is: first });
    const change = (next: ValueOf<T>) => {
      commits.push(next);
      set_value({ is: next });
    };
    return (
      <ServicesContext.Provider value={given}>
        <View element={shown} value={value.is} onChange={change} buffers={buffers}>
          {children}
        </View>
      </ServicesContext.Provider>
    );
  }
  const { container, rerender } = render(<Page shown={element} />);
  return { container: container as HTMLElement, commits, update: (next) => rerender(<Page shown={next} />) };
}

afterEach(cleanup);
