/** Deleting databases so that nothing of them is left, also when another tab holds one open. */

export interface DeletedDatabase {
  readonly name: string;
  /** `waiting`: it is empty, and the browser removes it when the tabs that hold it are closed. */
  readonly state: 'gone' | 'waiting';
}

/** Those that there were before browsers could list them; a database of any other name is found by its beginning. */
const known = [
  'tablit-vault',
  'tablit-origin',
  'tablit-grants',
  'tablit-pages',
  'tablit-trusted',
  'tablit-sealed',
  'tablit-cache',
  'tablit-versions',
  'tablit-opened',
];

export async function our_databases(factory: IDBFactory = indexedDB): Promise<readonly string[]> {
  if (!('databases' in factory)) return known;
  const found = await factory.databases();
  return found.flatMap(({ name }) => (name?.startsWith('tablit') ? [name] : []));
}

/** Throws the browser's error when it refuses. */
export async function delete_database(
  name: string,
  factory: IDBFactory = indexedDB,
): Promise<DeletedDatabase> {
  await empty(name, factory);
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve({ name, state: 'gone' });
    request.onblocked = () => resolve({ name, state: 'waiting' });
    request.onerror = () => reject(request.error);
  });
}

/** Content first: deleting may have to wait for other tabs, the content must not. */
async function empty(name: string, factory: IDBFactory): Promise<void> {
  const db = await opened(name, factory);
  const objects = [...db.objectStoreNames];
  if (objects.length > 0) await cleared(db, objects);
  db.close();
}

function opened(name: string, factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function cleared(db: IDBDatabase, objects: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction([...objects], 'readwrite');
    for (const name of objects) transaction.objectStore(name).clear();
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
