/**
 * Where it is kept who is signed in to an app: in the vault when that is open at the sign-in, as a record of the app, else in
 * this page's memory alone.
 */
import { CALLBACK, read_departure } from './callback_channel.ts';
import type { Left } from './flow.ts';

/** The name of the record in the vault. */
export const RECORD = 'sign_in.json';

/** The app's records in the vault; none where there is no vault or it is locked. Nothing of it rejects. */
export interface Records {
  read(name: string): Promise<string | undefined>;
  /** False when it was not kept. Undefined removes it. */
  write(name: string, text: string | undefined): Promise<boolean>;
}

const MARK = 'tablit-signed-out ';

/** A locked vault keeps its record when the reader signs out: what was kept before this moment does not count. */
export function note_signed_out(app: string, now: number, storage: Storage = localStorage): void {
  storage.setItem(MARK + app, String(now));
}

export function is_signed_out(app: string, since: number, storage: Storage = localStorage): boolean {
  return Number(storage.getItem(MARK + app) ?? 0) >= since;
}

/** Forgets what a page of this tab asked a provider for `app`, when it went there itself. Whether there was something. */
export function forget_departure(app: string, storage: Storage = sessionStorage): boolean {
  const left = read_departure(storage.getItem(CALLBACK)) as Partial<Left> | undefined;
  if (left?.app !== app) return false;
  storage.removeItem(CALLBACK);
  return true;
}
