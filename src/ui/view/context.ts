/** What the tree's components reach through Preact's context: the page's state, and how a value is committed. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lazy } from '../parts/lazy.ts';
import type { Services } from '../parts/services.ts';
import type { Message } from '../port.ts';
import type { Action, PageState } from '../store/page.ts';
import type { Store } from '../store/store.ts';

export interface Change {
  readonly id: string;
  readonly value: unknown;
  /** It starts no run, the next one has it. */
  readonly quiet: boolean;
  /** The form that the widget is in. */
  readonly form: string | undefined;
  /** It is the click that submits the form. */
  readonly submits: boolean;
}

export interface Page {
  readonly store: Store<PageState, Message | Action>;
  /** Keeps the value in the page and hands it to the script's worker, which lets it wait where it has to. */
  readonly commit: (change: Change) => void;
  /** What elements ask for besides. */
  readonly services: Lazy<Services>;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('This component is shown outside of a page.');
  return page;
}
