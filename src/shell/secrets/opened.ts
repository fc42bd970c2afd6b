/** Everything about one app's secrets that needs the vault; fetched when there is a vault, or when a panel is opened. */
import type { Secrets } from '../../wire/secrets.ts';
import type { AppSource } from '../app_source.ts';
import type { SecretSource } from '../broker/sealed.ts';
import { type AppSecrets, open_app_secrets, type SecretsChange } from './app_secrets.ts';
import { earlier_secrets } from './earlier.ts';
import { folder_secrets } from './folder.ts';
import { open_reader_vault, type ReaderVault } from './reader_vault.ts';
import { idb_sealed_apps } from './sealed_apps.ts';
import { make_unlock_asker } from './unlock_asker.ts';
import { unlock_words } from './unlock_words.ts';
import { idb_versions } from './version_store.ts';

/** What runs the app, as far as its secrets go. */
export interface SecretsTaker {
  set_secrets(secrets: Secrets): Promise<void>;
  rerun(): Promise<void>;
  /** A new session in a new worker, with nothing of what functions kept: no value that was read stays. */
  begin_anew(): Promise<void>;
}

export interface OpenOptions {
  readonly app: Pick<AppSource, 'from' | 'identity' | 'load' | 'name' | 'own' | 'secrets'>;
  readonly seal: (name: string) => string;
  readonly taker: SecretsTaker;
  /**
   * The app is about to be handed values, or what the value of a sealed one opens at a host: no page of it is kept from now on, and one from before is removed.
   */
  readonly disclosed: () => void;
  /** Says that the secrets of this app were saved. */
  readonly tell_tabs: () => void;
}

/** As the broker's source it asks to unlock when it must. */
export interface Opened extends ReaderVault, SecretSource {
  readonly app: OpenOptions['app'];
  readonly secrets: AppSecrets;
  /** What the worker is to have. Never rejects. */
  current(): Promise<Secrets>;
  /** The script asked for secrets that are locked. */
  wanted(): void;
  /** Another tab saved the app's secrets: the script runs again where that changes what it may have. Never rejects. */
  saved_elsewhere(): Promise<void>;
  /** Asks to unlock, for a reason that is shown; false when it stays locked. */
  unlock(reason: string): Promise<boolean>;
}

/** A browser that has no vault for this page, and why. */
export type NotOpened = Pick<Opened, 'app'> & { readonly error: unknown };

/** Throws a `VaultError` where the browser keeps nothing. */
export async function open_secrets({ app, seal, taker, disclosed, tell_tabs }: OpenOptions): Promise<Opened> {
  const reader = await open_reader_vault();
  const { vault } = reader;
  const place = app.secrets;
  const secrets = await open_app_secrets({
    identity: app.identity,
    own: app.own,
    vault,
    folder: place ? () => folder_secrets(place) : async () => [],
    sealed_apps: idb_sealed_apps(),
    seal,
  });
  let handed: Secrets['kind'] = 'absent';
  let was_sealed = false;
  const earlier = earlier_secrets({
    app,
    vault,
    secrets,
    store: idb_versions(),
    now: Date.now,
    async ask(changes) {
      const { ask_for_earlier } = await import('./panels.tsx');
      return ask_for_earlier(app.name, changes);
    },
  });
  const current = async () => {
    const next = await secrets.current();
    handed = next.kind;
    was_sealed = await secrets.is_sealed();
    if (handed === 'present' && !was_sealed) disclosed();
    if (handed === 'absent') void earlier.missing();
    return next;
  };

  const asker = make_unlock_asker(async (reason) => {
    if (vault.state().kind !== 'locked') return vault.state().kind === 'open';
    const { show_unlock } = await import('./panels.tsx');
    return show_unlock(vault, reason);
  });

  /** A script keeps what it read; one whose secrets are locked meanwhile finds that out when it runs next. */
  const changed = async (change: SecretsChange) => {
    if (change === 'unlocked') asker.forgive();
    const before = handed;
    if (change === 'saved' || change === 'sealed') {
      tell_tabs();
      void earlier.saved();
    }
    if (change === 'sealed') {
      await taker.begin_anew();
      return;
    }
    const next = await current();
    await taker.set_secrets(next);
    const is_other =
      change === 'saved' || change === 'folder' || (change === 'unlocked' && next.kind !== before);
    if (is_other) await taker.rerun();
  };
  secrets.subscribe((change) => void changed(change));

  return {
    ...reader,
    app,
    secrets,
    current,
    wanted: () => void asker.ask(`${app.name} asks for its secrets, and the vault is locked.`),
    async saved_elsewhere() {
      const [before, before_sealed] = [handed, was_sealed];
      // Before anything is waited for: what comes in meanwhile is looked through for the new value, too.
      secrets.forget();
      await vault.reload().catch(() => undefined);
      const next = await current();
      if (was_sealed !== before_sealed) {
        await taker.begin_anew();
        return;
      }
      await taker.set_secrets(next);
      if (next.kind === 'present' || next.kind !== before) await taker.rerun();
    },
    unlock: (reason) => asker.ask(reason),
    changes: secrets.changes,
    async read(name, purpose) {
      let found = await secrets.find(name);
      if (found.kind === 'locked') {
        const is_open = await asker.ask(unlock_words(purpose, app.name, `the secret ${name}`));
        if (is_open) found = await secrets.find(name);
      }
      // The app does not know the value, and is shown what it opens.
      if (found.kind === 'value') disclosed();
      return found;
    },
  };
}
