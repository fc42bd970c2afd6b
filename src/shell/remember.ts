/** Keeps the page that an app began with for its next visit; apart from reading it, which nothing may delay. */
import { del, delMany, keys, set } from 'idb-keyval';
import type { KeptPage } from '../ui/store/kept_page.ts';
import { key_of, store } from './remembered.ts';

/**
 * Pages of at most this many characters are kept where they can be read at once, before the first paint. A database
 * answers some 100 ms later, while the engine's files come in.
 */
const MOST_AT_ONCE = 100_000;
/** Characters of all of those together: what is left of some five million belongs to others of this host. */
export const MOST_AT_ONCE_IN_ALL = 1_000_000;
/** Pages of all apps, small and large. Those that were kept longest ago go first. */
export const MOST_PAGES = 30;

/** Forgets the page of `app`, where there is none any more. Never rejects: a browser may keep nothing. */
export async function remember_page(app: string, page: KeptPage | undefined): Promise<void> {
  const small = keep_at_once(app, page);
  await (page && !small ? set(app, page, store) : del(app, store)).catch(() => undefined);
  if (page) await make_room(app).catch(() => undefined);
}

/** Whether `page` is kept so; what was kept before is gone. */
function keep_at_once(app: string, page: KeptPage | undefined): boolean {
  const text = page ? JSON.stringify(page) : '';
  try {
    localStorage.removeItem(key_of(app));
    localStorage.removeItem(time_key_of(app));
    if (page) localStorage.setItem(time_key_of(app), String(Date.now()));
    if (text === '' || text.length > MOST_AT_ONCE) return false;
    localStorage.setItem(key_of(app), text);
    return true;
  } catch {
    return false; // no room, or storage is blocked
  }
}

/** Under which it stands when the page of an app was kept, in milliseconds. */
const time_key_of = (app: string) => `tablit.page_at ${app}`;

interface Kept {
  readonly app: string;
  /** Characters that it takes of the room for all. */
  readonly size: number;
}

async function make_room(app: string): Promise<void> {
  const time_of = (one: string) => Number(localStorage.getItem(time_key_of(one))) || 0;
  const small = apps_with(key_of('')).map(
    (one): Kept => ({ app: one, size: localStorage.getItem(key_of(one))?.length ?? 0 }),
  );
  const large = (await keys<string>(store)).map((one): Kept => ({ app: one, size: 0 }));
  const latest_first = [...small, ...large].sort((a, b) => time_of(b.app) - time_of(a.app));
  const gone = surplus(latest_first, app);
  const left = new Set(latest_first.map((one) => one.app).filter((one) => !gone.includes(one)));
  for (const one of gone) localStorage.removeItem(key_of(one));
  for (const one of apps_with(time_key_of(''))) if (!left.has(one)) localStorage.removeItem(time_key_of(one));
  await delMany([...gone], store);
}

function apps_with(start: string): string[] {
  return Object.keys(localStorage).flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []));
}

/** What has to go after the page of `app` was kept: those of its other builds, and what is too much of all. Pure. */
function surplus(latest_first: readonly Kept[], app: string): readonly string[] {
  const gone: string[] = [];
  let pages = 0;
  let characters = 0;
  for (const one of latest_first) {
    const is_other_build = one.app !== app && without_hash(one.app) === without_hash(app);
    const fits = pages < MOST_PAGES && characters + one.size <= MOST_AT_ONCE_IN_ALL;
    if (is_other_build || !fits) {
      gone.push(one.app);
      continue;
    }
    pages += 1;
    characters += one.size;
  }
  return gone;
}

/** Builds of an app differ in the hash that its archive has in its name. */
function without_hash(app: string): string {
  return app.replace(/\.[0-9a-f]{10}\.tablit$/, '.tablit');
}
