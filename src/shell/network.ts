/**
 * Offers `ShellServices` to a worker. The gate behind it (`broker/`) is fetched when an app makes its first request:
 * most apps make none.
 */
import { expose } from 'comlink';
import type { ShellServices } from '../wire/api.ts';
import type { NetFault } from '../wire/net.ts';
import { guarded_endpoint } from './broker/guarded_endpoint.ts';

/** `ShellServices` for one worker, and how to end all that it still waits for. */
export interface NetConnection extends Pick<ShellServices, 'request' | 'read' | 'cancel'> {
  close(): void;
}

/** What keeps an app's caches. */
export type CacheServices = Pick<ShellServices, 'keep_entry' | 'drop_entries'>;

const not_loaded: NetFault = {
  kind: 'failed',
  code: 'offline',
  message: 'The page could not load its own part that makes requests.',
  hint: 'Load the page again when there is a connection.',
};

/**
 * Answers the worker at the other end of `port`. `open` is called at its first request. Returns what ends it all, with
 * the worker.
 */
export function offer_services(
  port: MessagePort,
  open: () => Promise<NetConnection>,
  cache: CacheServices,
): () => void {
  let connection: Promise<NetConnection> | undefined;
  let is_over = false;
  const connected = (): Promise<NetConnection> => {
    connection ??= open().catch((error: unknown) => {
      connection = undefined;
      throw error;
    });
    return connection;
  };
  const services: ShellServices = {
    async ping() {},
    async request(request) {
      const one = await connected().catch(() => undefined);
      if (is_over) one?.close();
      return one ? one.request(request) : not_loaded;
    },
    read: async (id) => (await connected()).read(id),
    cancel: async (id) => (await connected()).cancel(id),
    keep_entry: (entry) => cache.keep_entry(entry),
    drop_entries: (place) => cache.drop_entries(place),
  };
  expose(services, guarded_endpoint(port, new Set(Object.keys(services))).endpoint);
  return () => {
    is_over = true;
    void connection?.then((one) => one.close());
  };
}
