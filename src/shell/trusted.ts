/** Which strangers' apps the reader let run. An app is known by the hash of its content: a changed one is asked about again. */
import { del, get, set } from 'idb-keyval';
import { kept_store } from './stores.ts';

const store = kept_store('tablit-trusted', 'apps');

/** False where the browser keeps nothing: then each visit asks. */
export async function is_trusted(identity: string): Promise<boolean> {
  return (await get<number>(identity, store).catch(() => undefined)) !== undefined;
}

export async function trust(identity: string): Promise<void> {
  await set(identity, Date.now(), store).catch(() => undefined);
}

/** The next visit asks again. */
export async function distrust(identity: string): Promise<void> {
  await del(identity, store).catch(() => undefined);
}
