/** What a session has, kept for loading the page anew: of an app that was built or is run with `--keep-state`. */
import type { Message } from '../ui/port.ts';
import { keep_page } from '../ui/store/keep_page.ts';
import type { KeptPage } from '../ui/store/kept_page.ts';
import type { Action, PageState } from '../ui/store/page.ts';
import type { Store } from '../ui/store/store.ts';
import type { SavedState } from '../wire/api.ts';
import type { Config } from './config.ts';
import { forget_state, type KeptState, keep_state, kept_state_of, widgets_of } from './kept_state.ts';

export interface StateSession {
  /** What this tab showed last. */
  readonly page: KeptPage | undefined;
  /** Whether the session goes on where it was. */
  readonly goes_on: boolean;
  /** What a worker begins with. */
  saved(): SavedState | undefined;
  /** The run is over, and this is what the script has. */
  keep(session: string): void;
  /** The next run begins as for somebody new. */
  forget(): void;
}

export interface StateOptions {
  readonly identity: string;
  readonly store: Store<PageState, Message | Action>;
  readonly config: () => Config;
  /** As for the page that is remembered. */
  readonly is_private: () => boolean;
}

/** Puts the values of the widgets into `store`: it is to be called before anything is shown. */
export function state_session({ identity, store, config, is_private }: StateOptions): StateSession {
  const before = kept_state_of(identity);
  for (const [id, { value }] of Object.entries(before?.widgets ?? {})) {
    store.dispatch({ type: 'set_value', id, value });
  }
  let session: string | undefined;
  let told = false;
  const write = (page?: KeptPage) => {
    if (session === undefined) return;
    const state: KeptState = {
      version: 1,
      widgets: widgets_of(store.get()),
      session,
      ...(page ? { page } : {}),
    };
    if (keep_state(identity, state) || told) return;
    told = true;
    const text =
      'The session is not kept when the page is loaded anew: it is too large, or there is no room.\n';
    store.dispatch({ type: 'console', stream: 'stderr', text });
  };
  addEventListener('pagehide', () => {
    const { tree, config: page, run } = store.get();
    // What was deleted or forgotten meanwhile stays so.
    if (run.kind !== 'finished' || !kept_state_of(identity)) return;
    write(is_private() ? undefined : keep_page(tree, page, config()));
  });
  return {
    page: before?.page,
    goes_on: before !== undefined,
    saved: () => kept_state_of(identity),
    keep(given) {
      session = given;
      write();
    },
    forget() {
      session = undefined;
      forget_state(identity);
    },
  };
}
