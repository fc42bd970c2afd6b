/** Paints what the last visit, or the app's author, began with, and keeps what this visit begins with. */
import { is_plain, preload_markdown } from '../ui/parts/markdown.tsx';
import type { Message } from '../ui/port.ts';
import { type KeptPage, tree_of } from '../ui/store/kept_page.ts';
import type { Action, PageState } from '../ui/store/page.ts';
import type { Store } from '../ui/store/store.ts';
import { preload_theme } from '../ui/theme/apply.ts';
import type { AppSource } from './app_source.ts';
import { from_base64 } from './carried.ts';
import type { Config } from './config.ts';
import { known, remembered_at_once, remembered_page } from './remembered.ts';
import type { StateSession } from './state_session.ts';

export interface Around {
  /** The page was painted as for this configuration. */
  readonly painted: (config: Config) => void;
  /** What the app's configuration is now. */
  readonly config: () => Config;
  /** Whether the app was given what no page of it may be kept with: secrets, or who is signed in. */
  readonly is_private: () => boolean;
  /** Of an app that keeps its state: what this tab showed last comes before all else. */
  readonly session?: Promise<Pick<StateSession, 'page' | 'goes_on'>> | undefined;
}

/** Resolves when what can be painted at once is. */
export async function paint_first(
  store: Store<PageState, Message | Action>,
  { identity, first_page }: Pick<AppSource, 'identity' | 'first_page'>,
  { painted, config, is_private, session }: Around,
): Promise<void> {
  // As the visit began: a script may write to it.
  const { search } = location;
  const is_of_here = (kept: KeptPage | undefined) => kept && (kept.query ?? '') === search;
  const show = async (kept: KeptPage) => {
    try {
      // It is shown as it will stay: no mark is seen, and nothing moves when the marks can be read.
      await Promise.all([has_marks(kept) && preload_markdown(), preload_theme(kept.options ?? {})]);
      if (store.get().run.kind !== 'initial') return;
      store.dispatch({ type: 'remembered', tree: tree_of(kept, from_base64), config: kept.config });
      painted(kept.options ?? {});
    } catch {
      // Its bytes are damaged: the page is painted when it has run.
    }
  };
  const first = async (): Promise<void> => {
    const last = remembered_at_once(identity);
    const at_once = is_of_here(last) ? last : known(first_page);
    if (at_once) await show(at_once);
    else void remembered_page(identity).then((kept) => (kept && is_of_here(kept) ? show(kept) : undefined));
  };
  let goes_on = false;
  if (session) {
    session.then(
      (last) => {
        ({ goes_on } = last);
        if (last.page) void show(last.page);
        else if (!goes_on) void first();
      },
      () => undefined,
    );
  }
  const at_once = session ? undefined : first();
  const stop = store.subscribe(() => {
    const { run, tree, config: page } = store.get();
    if (run.kind !== 'finished' || run.outcome === 'rerun') return;
    stop();
    // The first run of a session that goes on is not what a first visit shows.
    if (run.outcome !== 'success' || goes_on) return;
    // Nobody waits for it: what makes it is fetched now.
    void Promise.all([import('../ui/store/keep_page.ts'), import('./remember.ts')])
      .then(([{ keep_page }, { remember_page }]) => {
        const kept = is_private() ? undefined : keep_page(tree, page, config());
        return remember_page(identity, kept && search !== '' ? { ...kept, query: search } : kept);
      })
      .catch(() => undefined);
  });
  await at_once;
}

/** Whether a text of it may have marks. Names that only programs read do not count; a word more than needed does no harm. */
function has_marks({ nodes }: KeptPage): boolean {
  let found = false;
  const look = (key: string, value: unknown) => {
    found ||= typeof value === 'string' && key !== 'type' && key !== 'id' && !is_plain(value);
  };
  for (const { j } of nodes) if (!found) JSON.parse(j, look);
  return found;
}
