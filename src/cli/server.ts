/** A server on this machine alone: each request is offered to the handlers in order. */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { CliError } from './errors.ts';
import type { Handler } from './static_files.ts';

export interface Running {
  /** `http://localhost:8501/` */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Where to begin to look for a port: Streamlit's own. */
const USUAL = 8501;

/**
 * `port` undefined: 8501, or the next that is free. `handlers` may grow while the server runs. Throws `port_taken` for
 * one that was asked for.
 */
export async function start_server(handlers: readonly Handler[], port?: number): Promise<Running> {
  const listener: RequestListener = (request, response) => {
    answer(handlers, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(String(error));
    });
  };
  for (const candidate of port === undefined ? candidates() : [port]) {
    const servers = await listen_on_loopback(listener, candidate);
    if (servers) return running(servers);
  }
  throw new CliError(
    'port_taken',
    `Port ${port ?? USUAL} is taken, or not free to use.`,
    'Name another one with --port.',
  );
}

function* candidates(): Iterable<number> {
  for (let port = USUAL; port < USUAL + 50; port++) yield port;
  yield 0;
}

function running(servers: readonly [Server, ...Server[]]): Running {
  const close = (server: Server) =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://localhost:${port_of(servers[0])}/`,
    close: async () => void (await Promise.all(servers.map(close))),
  };
}

function port_of(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/**
 * On both of this machine's addresses, as a browser takes `localhost` for either: where another program has the second
 * one, it would show that. Undefined when the port is taken. Loopback alone: nobody else's machine gets in.
 */
async function listen_on_loopback(
  listener: RequestListener,
  port: number,
): Promise<[Server, ...Server[]] | undefined> {
  const first = createServer(listener);
  if ((await listen(first, port, '127.0.0.1')) !== 'listening') return undefined;
  const second = createServer(listener);
  const found = await listen(second, port_of(first), '::1');
  if (found === 'listening') return [first, second];
  if (found === 'unavailable') return [first];
  first.close();
  return undefined;
}

type Outcome = 'listening' | 'taken' | 'unavailable';

const outcomes: Readonly<Record<string, Outcome>> = {
  EADDRINUSE: 'taken',
  EACCES: 'taken',
  EADDRNOTAVAIL: 'unavailable',
  EAFNOSUPPORT: 'unavailable',
};

function listen(server: Server, port: number, host: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', done);
      const outcome = outcomes[error.code ?? ''];
      if (outcome) resolve(outcome);
      else reject(error);
    };
    const done = () => {
      server.off('error', failed);
      resolve('listening');
    };
    server.once('error', failed);
    server.once('listening', done);
    server.listen(port, host);
  });
}

async function answer(
  handlers: readonly Handler[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!is_loopback(request.headers.host)) {
    response.writeHead(403, { 'content-type': 'text/plain' }).end('This server answers this machine alone.');
    return;
  }
  const path = path_of(request.url ?? '/');
  if (path === undefined || !['GET', 'HEAD'].includes(request.method ?? '')) {
    response.writeHead(path === undefined ? 400 : 405).end();
    return;
  }
  for (const handle of handlers) if (await handle(request, response, path)) return;
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end(`There is no ${path} here.`);
}

/** A page elsewhere can make its own name lead here (DNS rebinding): such a request names another host. */
function is_loopback(host = ''): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
}

function path_of(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}
