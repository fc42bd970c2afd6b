/**
 * An open app's secrets as the page's program sees them. Most visits have none: then nothing of the vault is fetched,
 * and no database is made.
 */
import type { Secrets } from '../../wire/secrets.ts';
import type { SecretSource } from '../broker/sealed.ts';
import { failed } from './failed.ts';
import type { Opened, OpenOptions } from './opened.ts';
import { may_have_vault } from './presence.ts';
import { join_tabs } from './tabs.ts';

export interface SecretsSession {
  /** What the worker is to have when it opens the app. Never rejects. */
  current(): Promise<Secrets>;
  /** The script asked for secrets that are locked. */
  wanted(): void;
  /** Rejects as `opened` does; `source_of` makes one of it that does not. */
  source(): Promise<SecretSource>;
  /** Undefined where there is no vault. Throws a `VaultError` where the browser keeps nothing. */
  opened(): Promise<Opened | undefined>;
  /** The windows that the menu opens. */
  readonly panels: readonly { readonly label: string; readonly onOpen: () => void }[];
  /** The folder's secrets were saved. */
  folder_changed(): void;
}

export function secrets_session(options: Omit<OpenOptions, 'tell_tabs'>, end: () => void): SecretsSession {
  const { app } = options;
  let opened: Promise<Opened> | undefined;

  const open = () => {
    opened ??= import('./opened.ts').then(({ open_secrets }) => open_secrets({ ...options, tell_tabs }));
    // A browser that keeps nothing today may keep something when asked again.
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  };

  const tell = (work: (ready: Opened) => unknown) => void open().then(work, () => undefined);

  const tell_tabs = join_tabs(app.identity, () => tell((ready) => ready.saved_elsewhere()));

  const panel = (label: string, name: 'show_deletion' | 'show_secrets' | 'show_vault') => ({
    label,
    onOpen: async () => {
      const ready = await open().catch((error: unknown) => ({ app, error }));
      const windows = await import('./panels.tsx');
      windows[name](ready, end);
    },
  });

  return {
    async current() {
      if (!opened && !app.secrets && !(await may_have_vault())) return { kind: 'absent' };
      return open().then((ready) => ready.current(), failed);
    },
    wanted: () => tell((ready) => ready.wanted()),
    source: open,
    opened: async () => (opened || (await may_have_vault()) ? open() : undefined),
    panels: [
      panel('Secrets', 'show_secrets'),
      panel('Vault', 'show_vault'),
      panel('Delete', 'show_deletion'),
    ],
    folder_changed: () => tell(({ secrets }) => secrets.folder_changed()),
  };
}
