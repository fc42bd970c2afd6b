/** Caches, settings and the service worker of this site's Tablit. Other pages of the same host keep theirs. */

export function is_ours(name: string): boolean {
  return name.startsWith('tablit');
}

/** How many there were. */
export async function delete_caches(): Promise<number> {
  if (!('caches' in globalThis)) return 0;
  const names = (await caches.keys()).filter(is_ours);
  await Promise.all(names.map((name) => caches.delete(name)));
  return names.length;
}

/** Of this site and those below it. One above is another site's, or it would be registered here. */
export async function delete_workers(base: string): Promise<number> {
  if (!('serviceWorker' in navigator)) return 0;
  const all = await navigator.serviceWorker.getRegistrations();
  const ours = all.filter(({ scope }) => scope.startsWith(base));
  await Promise.all(ours.map((registration) => registration.unregister()));
  return ours.length;
}

/** Of `localStorage` and `sessionStorage`. */
export function delete_settings(storages: readonly Storage[] = [localStorage, sessionStorage]): number {
  let count = 0;
  for (const storage of storages) {
    for (const key of Object.keys(storage).filter(is_ours)) {
      storage.removeItem(key);
      count++;
    }
  }
  return count;
}

/** What is kept under a key that names one app. */
export function delete_settings_of(identity: string, storage: Storage = localStorage): number {
  const keys = Object.keys(storage).filter((key) => is_ours(key) && key.endsWith(identity));
  for (const key of keys) storage.removeItem(key);
  return keys.length;
}

/** Of the origin's private file system. */
export async function delete_files(): Promise<number> {
  const folder = (await navigator.storage?.getDirectory?.().catch(() => undefined)) as
    | (FileSystemDirectoryHandle & { keys(): AsyncIterable<string> })
    | undefined;
  if (!folder) return 0;
  const names: string[] = [];
  for await (const name of folder.keys()) if (is_ours(name)) names.push(name);
  await Promise.all(names.map((name) => folder.removeEntry(name, { recursive: true })));
  return names.length;
}
