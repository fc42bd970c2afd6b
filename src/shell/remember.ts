/** Keeps the page that an app began with for its next visit; apart from reading it, which nothing may delay. */
import { del, set } from 'idb-keyval';
import type { KeptPage } from '../ui/store/kept_page.ts';
import { key_of, store } from './remembered.ts';

/**
 * Pages of at most this many characters are kept where they can be read at once, before the first paint. A database
 * answers some 100 ms later, while the engine's files come in.
 */
const MOST_AT_ONCE = 100_000;

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
