/** What the tree's components reach through Preact's context: the page's state, and how a value is committed. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lazy } from '../parts/lazy.ts';
import type { Services } from '../parts/services.ts';
import type { Message } from '../port.ts';
import type { Action, PageState } from '../store/page.ts';
import type { Store } from '../store/store.ts';

export interface Page {
  readonly store: Store<PageState, Message | Action>;
  /** Keeps the value in the page and sends it to the script unless `quiet`. */
  readonly commit: (id: string, value: unknown, quiet: boolean) => void;
  /** What elements ask for besides. */
  readonly services: Lazy<Services>;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('This component is shown outside of a page.');
  return page;
}
