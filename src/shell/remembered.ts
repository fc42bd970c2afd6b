/**
 * The page that an app begins with, kept from the last visit: painted before Python is there, inert, and replaced when
 * the first run has built its own. An app that was built with `--prerender` brings the one of its author for the first visit.
 */
import { get } from 'idb-keyval';
import { type KeptPage, read_page } from '../ui/store/kept_page.ts';
import { kept_store } from './stores.ts';

export const store = kept_store('tablit-pages', 'first');

export const key_of = (app: string) => `tablit.page ${app}`;

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

/** What is not as agreed, or of another version, is no page. */
export function known(kept: unknown): KeptPage | undefined {
  try {
    return read_page(kept);
  } catch {
    return undefined;
  }
}
