/** Whatever the page's program keeps has a name by which deletion finds it. */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { is_ours } from './caches.ts';
import { our_databases } from './databases.ts';
import { database_names } from './delete.ts';

const src = join(import.meta.dirname, '../..');

async function sources(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for await (const file of glob('{shell,ui,vault,embed,sandbox,share}/**/*.{ts,tsx}', { cwd: src })) {
    if (!/\.test\.|\/testing[./]/.test(file)) found.set(file, await readFile(join(src, file), 'utf8'));
  }
  return found;
}

/** The files in which `pattern` stands. */
async function files_with(pattern: RegExp): Promise<string[]> {
  return [...(await sources())].flatMap(([file, text]) => (pattern.test(text) ? [file] : [])).sort();
}

it('knows every database, by the name that is shown, and where browsers cannot list them', async () => {
  const made = [...(await sources())].flatMap(([, text]) => [
    ...[...text.matchAll(/kept_store\(\s*'([^']+)'/g)].map(([, name]) => name),
    ...[...text.matchAll(/(?:DATABASE = |database = )'([^']+)'/g)].map(([, name]) => name),
  ]);
  const names = [...new Set(made)].sort();
  expect(names.length).toBeGreaterThan(7);
  expect(names.every((name) => name !== undefined && is_ours(name))).toBe(true);
  expect([...(await our_databases({} as IDBFactory))].sort()).toEqual(names);
  expect(Object.keys(database_names).sort()).toEqual(names);
});

it('is told here of every place that opens a database, a cache, a store of settings or of files', async () => {
  expect(await files_with(/createStore\(|indexedDB\.open\(/)).toEqual([
    'shell/stores.ts',
    'vault/idb_store.ts',
  ]);
  expect(await files_with(/kept_store\(/)).toEqual([
    'shell/broker/grant_store.ts',
    'shell/cache/store.ts',
    'shell/opening/handed_over.ts',
    'shell/remembered.ts',
    'shell/secrets/sealed_apps.ts',
    'shell/secrets/version_store.ts',
    'shell/stores.ts',
    'shell/trusted.ts',
  ]);
  expect(await files_with(/caches\.open\(/)).toEqual([
    'shell/deletion/app_parts.ts',
    'shell/service_worker/shelf.ts',
  ]);
  expect(await files_with(/\.setItem\(/)).toEqual([
    'shell/cache/start.ts',
    'shell/kept_state.ts',
    'shell/own_windows/signs.ts',
    'shell/remember.ts',
    'shell/sign_in/callback_page.ts',
    'shell/sign_in/flow.ts',
    'shell/sign_in/keeping.ts',
    'shell/theme_choice.ts',
    'ui/chrome/storage.ts',
  ]);
  expect(await files_with(/getDirectory\(|document\.cookie|cookieStore/)).toEqual([]);
});
