/**
 * An app that one page of this site hands to the next, when it is too large for the next one's address. It stays for
 * loading that page anew, until another one takes its place.
 */
import { del, get, set } from 'idb-keyval';
import { type Bytes, pack, project_id, unpack } from '../../share/index.ts';
import { parse, s } from '../../wire/schema.ts';
import type { Fetched } from '../fetch_project.ts';
import { kept_store } from '../stores.ts';

const store = kept_store('tablit-opened', 'apps');
const kept = s.object({ name: s.string, archive: s.bytes });

/** Rejects where the browser keeps nothing. */
export async function hand_over({ name, project }: Fetched): Promise<void> {
  const archive = (await pack(project)).slice().buffer;
  await set('last', { name, archive }, store);
}

/** Undefined when there is none. Throws the `ShareError` of what is there. */
export async function handed_over(): Promise<Fetched | undefined> {
  const found = await get<unknown>('last', store).catch(() => undefined);
  if (found === undefined) return undefined;
  const { name, archive } = parse(kept, found, 'app');
  return { name, project: await unpack(new Uint8Array(archive) as Bytes) };
}

/** `identity`: of the app that must not be kept, as in `AppSource`. */
export async function forget_handed_over(identity: string): Promise<'gone' | 'nothing'> {
  const app = await handed_over().catch(() => undefined);
  if (!app || `project:${await project_id(app.project)}` !== identity) return 'nothing';
  await del('last', store);
  return 'gone';
}
