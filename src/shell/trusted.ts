/** Which strangers' apps the reader let run. An app is known by the hash of its content: a changed one is asked about again. */
import { createStore, get, set } from 'idb-keyval';

const store = () => createStore('tablit-trusted', 'apps');

/** False where the browser keeps nothing: then each visit asks. */
export async function is_trusted(identity: string): Promise<boolean> {
  return (await get<number>(identity, store()).catch(() => undefined)) !== undefined;
}

export async function trust(identity: string): Promise<void> {
  await set(identity, Date.now(), store()).catch(() => undefined);
}
