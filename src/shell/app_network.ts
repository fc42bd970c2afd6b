/** One app's network: offered to each of its workers, with a panel in the menu. What does the work is fetched later. */
import type { GuestQuestion } from '../ui/panels/permissions_view.ts';
import type { AppFiles, AppSource } from './app_source.ts';
import type { Permissions } from './broker/permissions.ts';
import type { Placeholders } from './broker/placeholders.ts';
import type { SecretSource } from './broker/sealed.ts';
import type { StartedNetwork } from './broker/start.tsx';
import { type CacheServices, offer_services } from './network.ts';

export interface NetworkOptions {
  readonly app: Pick<AppSource, 'from' | 'identity' | 'name' | 'own'>;
  /** The app's files as they are now. */
  readonly files: () => AppFiles;
  /** The stand-ins that `st.secrets` was filled with, and where their values are. */
  readonly placeholders: Placeholders;
  readonly source: () => Promise<SecretSource>;
  readonly cache: CacheServices;
  /** Where the page is shown inside another one: permissions are asked for with care, and end with the page. */
  readonly guest?: GuestQuestion | undefined;
  /** A line for the console of the page. */
  readonly say: (text: string) => void;
}

export interface AppNetwork {
  /** Answers the worker at the other end of `port`. Returns what ends it all, with the worker. */
  offer(port: MessagePort): () => void;
  /** The folder that the reader works on was saved: its permissions go over to the new code. */
  changed(): void;
  /** For what else an app may do: `(await permissions()).require([{ kind: 'camera' }], …)`. */
  permissions(): Promise<Permissions>;
  readonly panel: { readonly label: string; readonly onOpen: () => void };
}

export function app_network(options: NetworkOptions): AppNetwork {
  let started: Promise<StartedNetwork> | undefined;
  const start = () => {
    started ??= import('./broker/start.tsx').then(({ start_network }) => start_network(options));
    started.catch(() => {
      started = undefined;
    });
    return started;
  };
  return {
    offer: (port) => offer_services(port, async () => (await start()).open_connection(), options.cache),
    changed() {
      void started?.then((network) => network.permissions.changed());
    },
    permissions: async () => (await start()).permissions,
    panel: {
      label: 'Permissions',
      onOpen: () => void start().then((network) => network.show_panel()),
    },
  };
}
