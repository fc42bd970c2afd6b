/** What `tablit run` serves besides the site: the folder's files as they are now, and news of what was saved. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { why_left_out } from '../share/index.ts';
import { type App, read_app } from './app.ts';
import type { Handler } from './static_files.ts';

/** Milliseconds of quiet after which saves are told: editors write a file in several steps. */
const QUIET = 60;

const SECRETS = '.streamlit/secrets.toml';

export interface Live {
  readonly handler: Handler;
  /** Hands out the folder's secrets to the page that knows it. */
  readonly token: string;
  readonly close: () => void;
}

/** Paths: `/live/files.json`, `/live/file/<path>`, `/live/secrets.json`, and `/live/events` (server-sent events). */
export function serve_live(app: App, said: (text: string) => void): Live {
  const listeners = new Set<ServerResponse>();
  const token = randomBytes(24).toString('base64url');
  const watcher = watch_app(app, (paths) => {
    void tell(app, paths, listeners);
    said(`Saved: ${paths.join(', ')}`);
  });
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

  const routes: Readonly<
    Record<string, (response: ServerResponse, rest: string, key: string) => Promise<void>>
  > = {
    'files.json': async (response) => {
      const { project } = await read_app(app);
      const listing = { entrypoint: project.entrypoint, files: [...project.files.keys()] };
      response
        .writeHead(200, { ...headers, 'content-type': 'application/json' })
        .end(JSON.stringify(listing));
    },
    file: async (response, path) => {
      const { project } = await read_app(app);
      const bytes = project.files.get(path);
      response.writeHead(bytes ? 200 : 404, { ...headers, 'content-type': 'application/octet-stream' });
      response.end(bytes);
    },
    'secrets.json': async (response, _path, key) => {
      if (!same(key, token)) {
        response.writeHead(403, headers).end();
        return;
      }
      const text = await readFile(join(app.folder, SECRETS), 'utf8').catch(() => undefined);
      response.writeHead(200, { ...headers, 'content-type': 'application/json' });
      response.end(JSON.stringify({ files: text === undefined ? [] : [text] }));
    },
    events: async (response) => {
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' }).write('\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
  };

  return {
    token,
    handler: async (request, response, path) => {
      const [, name = '', rest = ''] = /^\/live\/([^/]+)(?:\/(.*))?$/.exec(path) ?? [];
      const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
      await route?.(response, rest, String(request.headers['x-tablit-token'] ?? ''));
      return route !== undefined;
    },
    close: () => {
      watcher.close();
      for (const response of listeners) response.end();
    },
  };
}

function same(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function tell(
  app: App,
  paths: readonly string[],
  listeners: ReadonlySet<ServerResponse>,
): Promise<void> {
  const { project } = await read_app(app).catch(() => ({ project: undefined }));
  if (!project) return;
  const changed = paths.filter((path) => path !== SECRETS);
  const change = {
    written: changed.filter((path) => project.files.has(path)),
    removed: changed.filter((path) => !project.files.has(path)),
    secrets: paths.includes(SECRETS),
  };
  for (const response of listeners) response.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`);
}

function watch_app(app: App, saved: (paths: readonly string[]) => void): FSWatcher {
  let waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  return watch(app.folder, { recursive: true }, (_event, name) => {
    const path = name?.split(sep).join('/');
    if (path === undefined || !belongs(app, path)) return;
    waiting.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = [...waiting];
      waiting = new Set();
      saved(paths);
    }, QUIET);
  });
}

function belongs({ only }: App, path: string): boolean {
  if (path === SECRETS) return true;
  return only ? only.includes(path) : why_left_out(path) === undefined;
}
