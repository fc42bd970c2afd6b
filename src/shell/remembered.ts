/**
 * The page that an app begins with, kept from the last visit: painted before Python is there, inert, and replaced when
 * the first run has built its own. An app that was built with `--prerender` brings the one of its author for the first visit.
 */
import { del, get, set } from 'idb-keyval';
import { type KeptPage, read_page } from '../ui/store/kept_page.ts';
import { kept_store } from './stores.ts';

const store = kept_store('tablit-pages', 'first');

/**
 * Pages of at most this many characters are kept where they can be read at once, before the first paint. A database
 * answers some 100 ms later, while the engine's files come in.
 */
const MOST_AT_ONCE = 100_000;

const key_of = (app: string) => `tablit.page ${app}`;

/** What can be told at once: undefined where there is none, or a large one. */
export function remembered_at_once(app: string): KeptPage | undefined {
  try {
    return known(JSON.parse(localStorage.getItem(key_of(app)) ?? 'null'));
  } catch {
    return undefined; // storage is blocked, or holds something else
  }
}

/** Resolves with undefined where there is none, or where the browser keeps nothing. */
export async function remembered_page(app: string): Promise<KeptPage | undefined> {
  return remembered_at_once(app) ?? known(await get<unknown>(app, store).catch(() => undefined));
}

export async function remember_page(app: string, page: KeptPage | undefined): Promise<void> {
  const small = keep_at_once(app, page);
  await (page && !small ? set(app, page, store) : del(app, store)).catch(() => undefined);
}

/** Whether `page` is kept so; what was kept before is gone. */
function keep_at_once(app: string, page: KeptPage | undefined): boolean {
  const text = page ? JSON.stringify(page) : '';
  try {
    localStorage.removeItem(key_of(app));
    if (text === '' || text.length > MOST_AT_ONCE) return false;
    localStorage.setItem(key_of(app), text);
    return true;
  } catch {
    return false; // no room, or storage is blocked
  }
}

/** What is not as agreed, or of another version, is no page. */
export function known(kept: unknown): KeptPage | undefined {
  try {
    return read_page(kept);
  } catch {
    return undefined;
  }
}
