/** A server on this machine alone: each request is offered to the handlers in order. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CliError } from './errors.ts';
import type { Handler } from './static_files.ts';

export interface Running {
  /** `http://localhost:8501/` */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** `port` undefined: 8501, or the next that is free. Throws `port_taken` for one that was asked for. */
export async function start_server(handlers: readonly Handler[], port?: number): Promise<Running> {
  const server = createServer((request, response) => {
    answer(handlers, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  const taken = port === undefined ? await first_free(server, 8501) : await listen(server, port);
  if (!taken) throw new CliError('port_taken', `Port ${port} is taken.`, 'Name another one with --port.');
  const { port: found } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${found}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
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

/** Whether the server listens; false when the port is taken. Loopback alone: nobody else's machine gets in. */
function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', done);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    const done = () => {
      server.off('error', failed);
      resolve(true);
    };
    server.once('error', failed);
    server.once('listening', done);
    server.listen(port, '127.0.0.1');
  });
}

async function first_free(server: Server, from: number): Promise<boolean> {
  for (let port = from; port < from + 50; port++) if (await listen(server, port)) return true;
  return listen(server, 0);
}
