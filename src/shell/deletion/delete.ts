/** Deletes what this browser keeps, of one app or everything, and tells what came of each part. */
import type { DeletionResult } from '../../ui/panels/deletion_panel.tsx';
import type { Vault } from '../../vault/vault.ts';
import { app_parts as parts } from './app_parts.ts';
import { delete_caches, delete_files, delete_settings, delete_workers } from './caches.ts';
import { delete_database, our_databases } from './databases.ts';

export const app_parts: readonly string[] = parts.map(({ what }) => what);

/** Never rejects. Works while the vault is locked, too, and where there is none. */
export function delete_app(identity: string, vault: Vault | undefined): Promise<readonly DeletionResult[]> {
  return Promise.all(
    parts.map(({ what, remove }) => result_of(what, async () => ({ state: await remove(identity, vault) }))),
  );
}

/** Never rejects. `vault` is forgotten: its keys are dropped first. */
export async function delete_everything(vault: Vault | undefined): Promise<readonly DeletionResult[]> {
  const forgotten = await result_of('Vault', async () => {
    const had = vault !== undefined && vault.state().kind !== 'absent';
    await vault?.forget();
    return { state: had ? 'gone' : 'nothing' };
  });
  const base = new URL('./', location.href).href;
  const databases = await our_databases().catch(() => []);
  const others = await Promise.all([
    ...databases.map((name) => result_of(database_name(name), () => delete_database(name))),
    result_of('Caches', async () => counted(await delete_caches())),
    result_of('Files', async () => counted(await delete_files())),
    result_of('Settings', async () => counted(delete_settings())),
    result_of('Offline copy', async () => counted(await delete_workers(base))),
  ]);
  return [forgotten, ...others.filter(({ what }) => what !== 'Vault')];
}

/** What readers call them. */
export const database_names: Readonly<Record<string, string>> = {
  'tablit-vault': 'Vault',
  'tablit-origin': 'Key of the caches',
  'tablit-grants': 'Permissions',
  'tablit-pages': 'Pages that apps begin with',
  'tablit-trusted': 'Apps that you let run',
  'tablit-sealed': 'Apps with sealed secrets',
  'tablit-versions': 'Versions of apps that you gave secrets',
  'tablit-opened': 'Apps that you opened from files',
  'tablit-cache': 'What functions of apps kept',
};

function database_name(name: string): string {
  return database_names[name] ?? name;
}

function counted(count: number): Pick<DeletionResult, 'state'> {
  return { state: count > 0 ? 'gone' : 'nothing' };
}

async function result_of(
  what: string,
  work: () => Promise<Pick<DeletionResult, 'state'>>,
): Promise<DeletionResult> {
  try {
    const { state } = await work();
    return { what, state };
  } catch (error) {
    return { what, state: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}
