/** Joins this worker's network to the shell, at the other end of the port of calls. */
import { transfer, wrap } from 'comlink';
import type { ShellServices } from '../../wire/api.ts';
import { create_client, type NetClient } from './client.ts';
import { close_doors } from './closed_doors.ts';
import { make_fetch } from './fetch.ts';

interface NetScope {
  fetch: typeof fetch;
}

/** Scripts in `scope` find a `fetch` that works and nothing else of the kind. */
export function connect_network(calls: MessagePort, scope: NetScope): NetClient {
  const shell = wrap<ShellServices>(calls);
  const client = create_client({
    request: (request, buffers) => shell.request(transfer(request, buffers)),
    read: (id) => shell.read(id),
    cancel: (id) => shell.cancel(id),
  });
  scope.fetch = make_fetch(client);
  close_doors(scope);
  return client;
}
