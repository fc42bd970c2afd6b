/** What the service worker's news mean for the page that hears them. */
import type { OfflineState } from '../ui/panels/offline_view.ts';
import type { OfflineNews } from './offline_messages.ts';

/** The page: its release, and whether the service worker gave it. */
export interface OfflinePage {
  readonly release: string;
  readonly from_shelf: boolean;
}

type Of<T extends OfflineNews['type']> = Extract<OfflineNews, { readonly type: T }>;
type State = OfflineState | undefined;

const by_type: {
  readonly [T in OfflineNews['type']]: (state: State, news: Of<T>, page: OfflinePage) => State;
} = {
  // A page that was loaded past the service worker may be newer than what that has.
  here: (state, { release }, page) =>
    release === page.release ? { kind: 'available' } : page.from_shelf ? { kind: 'update_ready' } : state,
  available: (_state, { release }, page) =>
    release === page.release ? { kind: 'available' } : { kind: 'update_ready' },
  // An update that comes, or does not, takes nothing from what is there.
  storing: (state, { done, total }) => (has_release(state) ? state : { kind: 'storing', done, total }),
  failed: (state, { reason, done, total }) =>
    has_release(state) ? state : { kind: 'failed', reason, done, total },
};

export function after_news(state: State, news: OfflineNews, page: OfflinePage): State {
  const react = by_type[news.type] as (state: State, news: OfflineNews, page: OfflinePage) => State;
  // A later release's service worker may have news that this page does not know.
  return react ? react(state, news, page) : state;
}

function has_release(state: State): boolean {
  return state?.kind === 'available' || state?.kind === 'update_ready';
}
