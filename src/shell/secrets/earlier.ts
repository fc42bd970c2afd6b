/** Offers a stranger's app that changed the secrets of its earlier version: its reader decides, once for each version. */
import type { ChangedFile } from '../../ui/panels/permissions_view.ts';
import type { Vault } from '../../vault/vault.ts';
import { origin_of } from '../alike.ts';
import type { AppSource } from '../app_source.ts';
import { changes_between, read_code } from '../broker/code.ts';
import { type AppSecrets, RECORD } from './app_secrets.ts';
import { vault_app } from './vault_app.ts';
import type { VersionStore } from './version_store.ts';
import { earlier_version, type VersionNow } from './versions.ts';

export interface EarlierOptions {
  readonly app: Pick<AppSource, 'from' | 'identity' | 'load' | 'own'>;
  readonly vault: Vault;
  readonly secrets: AppSecrets;
  readonly store: VersionStore;
  /** Resolves with whether the secrets go over. */
  readonly ask: (changed: readonly ChangedFile[]) => Promise<boolean>;
  readonly now: () => number;
}

export interface Earlier {
  /** The app has no secrets, and the vault is open: asks where an earlier version had some. Never rejects. */
  missing(): Promise<void>;
  /** What the reader saved was written, or removed. Never rejects. */
  saved(): Promise<void>;
}

export function earlier_secrets(options: EarlierOptions): Earlier {
  const { app, vault, secrets, store, ask, now } = options;
  let asking: Promise<void> | undefined;

  const described = async (): Promise<VersionNow> => {
    const project = await app.load();
    const { files } = await read_code(project);
    return { identity: app.identity, files, ...(await origin_of(project, app.from)) };
  };

  const offer = async (): Promise<void> => {
    if (await store.get(app.identity)) return;
    const mine = await described();
    const before = earlier_version(await store.all(), mine);
    const text = before && (await vault.getText(await vault_app(before.identity), RECORD));
    if (!before || !text) return;
    if (await ask(changes_between(before.files, mine.files))) await secrets.save(text);
    else await store.set({ ...mine, has_secrets: false, written: now() });
  };

  return {
    async missing() {
      if (app.own || vault.state().kind !== 'open') return;
      asking ??= offer().catch(() => undefined);
      await asking;
    },
    async saved() {
      if (app.own || vault.state().kind !== 'open') return;
      try {
        const text = await secrets.text();
        if (text === '') await store.remove(app.identity);
        else await store.set({ ...(await described()), has_secrets: true, written: now() });
      } catch {
        // The vault was locked meanwhile: a later version of the app is not asked about then.
      }
    },
  };
}
