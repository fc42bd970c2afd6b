/** What one app leaves in this browser, row by row: each row looks whether there is something, and removes it. */
import type { Vault } from '../../vault/vault.ts';
import { idb_grant_store } from '../broker/grant_store.ts';
import { idb_entry_store } from '../cache/store.ts';
import { forget_state } from '../kept_state.ts';
import { forget_handed_over } from '../opening/handed_over.ts';
import { remember_page } from '../remember.ts';
import { remembered_page } from '../remembered.ts';
import { idb_sealed_apps } from '../secrets/sealed_apps.ts';
import { vault_app } from '../secrets/vault_app.ts';
import { idb_versions } from '../secrets/version_store.ts';
import { forget_departure } from '../sign_in/keeping.ts';
import { distrust, is_trusted } from '../trusted.ts';
import { delete_settings_of, delete_workers, is_ours } from './caches.ts';

export interface AppPart {
  /** As the reader sees it. */
  readonly what: string;
  /** Rejects when it could not be removed. */
  readonly remove: (identity: string, vault: Vault | undefined) => Promise<'gone' | 'nothing'>;
}

export const app_parts: readonly AppPart[] = [
  // With them who is signed in: a record of the app in the vault, too.
  { what: 'Secrets and sign-in', remove: remove_secrets },
  { what: 'Permissions', remove: remove_grants },
  { what: 'The page it begins with', remove: remove_page },
  { what: 'What its functions kept', remove: remove_entries },
  { what: 'Its session in this tab', remove: remove_state },
  { what: 'Your leave to run it', remove: remove_trust },
  { what: 'Its code and files', remove: remove_cached },
];

/** Throws an Error for what is still there. */
function removed(was_there: boolean, is_there: boolean): 'gone' | 'nothing' {
  if (is_there) throw new Error('The browser did not remove it.');
  return was_there ? 'gone' : 'nothing';
}

async function remove_secrets(identity: string, vault: Vault | undefined): Promise<'gone' | 'nothing'> {
  const sealed = idb_sealed_apps();
  const was_sealed = await sealed.has(identity);
  if (was_sealed) await sealed.set(identity, false);
  const settings = delete_settings_of(identity) + (forget_departure(identity) ? 1 : 0);
  const kind = vault?.state().kind;
  const known = await idb_versions().remove(identity);
  const other = was_sealed || known || settings > 0;
  if (!vault || kind === 'absent') return other ? 'gone' : 'nothing';
  const app = await vault_app(identity);
  // What a locked vault holds for the app cannot be told without its key; it is removed all the same.
  const held = kind === 'locked' || (await vault.list(app)).length > 0;
  await vault.deleteApp(app);
  return held || other ? 'gone' : 'nothing';
}

async function remove_grants(identity: string): Promise<'gone' | 'nothing'> {
  const grants = idb_grant_store();
  const had = (await grants.before(identity, { id: '' })) !== undefined;
  await grants.remove_app(identity);
  // A store of permissions never rejects: that it removed them is looked at.
  return removed(had, (await grants.before(identity, { id: '' })) !== undefined);
}

async function remove_page(identity: string): Promise<'gone' | 'nothing'> {
  const had = (await remembered_page(identity)) !== undefined;
  await remember_page(identity, undefined);
  return removed(had, (await remembered_page(identity)) !== undefined);
}

async function remove_entries(identity: string): Promise<'gone' | 'nothing'> {
  const entries = idb_entry_store();
  const has = await entries.has_app(identity).catch(() => false);
  if (has) await entries.drop([identity]);
  return has ? 'gone' : 'nothing';
}

async function remove_state(identity: string): Promise<'gone' | 'nothing'> {
  return forget_state(identity) ? 'gone' : 'nothing';
}

async function remove_trust(identity: string): Promise<'gone' | 'nothing'> {
  const had = await is_trusted(identity);
  await distrust(identity);
  return removed(had, await is_trusted(identity));
}

async function remove_cached(identity: string): Promise<'gone' | 'nothing'> {
  if (identity.startsWith('project:')) return forget_handed_over(identity);
  if (!/^https?:/.test(identity) || !('caches' in globalThis)) return 'nothing';
  const names = (await caches.keys()).filter(is_ours);
  const removed = await Promise.all(names.map(async (name) => (await caches.open(name)).delete(identity)));
  // An app of the site is in the site's offline copy, too, by its content: the copy goes, and the next visit makes it anew.
  const site = new URL('./', location.href).href;
  const copy = await caches.delete(`tablit ${site}`);
  const workers = await delete_workers(site);
  return copy || workers > 0 || removed.some(Boolean) ? 'gone' : 'nothing';
}
