/** What `tablit run` serves besides the site: the folder's files as they are now, and news of what was saved. */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { homedir } from 'node:os';
import { type App, read_app } from './app.ts';
import { file_of } from './app_files.ts';
import { CliError } from './errors.ts';
import { same_token, secret_places, secret_texts } from './secret_texts.ts';
import type { Handler } from './static_files.ts';
import { type Saved, watch_app } from './watch.ts';

export interface Live {
  readonly handler: Handler;
  /** Whoever knows it gets the folder's secrets: the page alone. Drawn anew for each run. */
  readonly token: string;
  readonly close: () => void;
}

export interface LiveOptions {
  /** Words for the terminal. */
  readonly say: (text: string) => void;
  /** Where the reader's own `.streamlit` is. */
  readonly home?: string;
}

/** `rest` is what follows the route's name in the path, `key` the token that was sent. */
type Route = (response: ServerResponse, rest: string, key: string) => Promise<void>;

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/**
 * `GET live/files.json`: `{entrypoint, files}`; `live/file/<path>`: the bytes; `live/secrets.json`: see `SecretsPlace`;
 * `live/events`: server-sent events, `hello` with a word that is drawn anew for each run, `change` with
 * `{written, removed, secrets}`.
 */
export async function serve_live(app: App, { say, home = homedir() }: LiveOptions): Promise<Live> {
  const listeners = new Set<ServerResponse>();
  const token = randomBytes(24).toString('base64url');
  const run = randomBytes(9).toString('base64url');
  const places = secret_places(app.folder, home);
  const stop = await watch_app(app, places, (saved) => {
    const change = told(saved, new Set(places));
    for (const response of listeners) response.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`);
    for (const line of words_for(change)) say(line);
  });

  const json = (response: ServerResponse, value: unknown) =>
    response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(value));

  const routes: Readonly<Record<string, Route>> = {
    async 'files.json'(response) {
      try {
        const { project } = await read_app(app);
        json(response, { entrypoint: project.entrypoint, files: [...project.files.keys()] });
      } catch (error) {
        if (!(error instanceof CliError)) throw error;
        say(error.message);
        response
          .writeHead(409, { ...headers, 'content-type': 'text/plain; charset=utf-8' })
          .end(error.message);
      }
    },
    async file(response, path) {
      const bytes = await file_of(app, path);
      response.writeHead(bytes ? 200 : 404, { ...headers, 'content-type': 'application/octet-stream' });
      response.end(bytes);
    },
    async 'secrets.json'(response, _rest, key) {
      if (!same_token(key, token)) return void response.writeHead(403, headers).end();
      json(response, { files: await secret_texts(places) });
    },
    async events(response) {
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
      response.write(`event: hello\ndata: ${run}\n\n`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
  };

  return {
    token,
    async handler(request, response, path) {
      const [, name = '', rest = ''] = /^\/live\/([^/]+)(?:\/(.*))?$/s.exec(path) ?? [];
      const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
      await route?.(response, rest, String(request.headers['x-tablit-token'] ?? ''));
      return route !== undefined;
    },
    close() {
      stop();
      for (const response of listeners) response.end();
    },
  };
}

interface Told extends Saved {
  readonly secrets: boolean;
}

/** The page is told that secrets changed, never where they lie. */
function told({ written, removed }: Saved, secret: ReadonlySet<string>): Told {
  return {
    written: written.filter((path) => !secret.has(path)),
    removed: removed.filter((path) => !secret.has(path)),
    secrets: [...written, ...removed].some((path) => secret.has(path)),
  };
}

function words_for({ written, removed, secrets }: Told): string[] {
  return [
    ...(written.length > 0 ? [`Saved: ${written.join(', ')}`] : []),
    ...(removed.length > 0 ? [`Gone: ${removed.join(', ')}`] : []),
    ...(secrets ? ['Saved: secrets'] : []),
    ...(written.includes('requirements.txt') ? ['Other packages come with the next `tablit run`.'] : []),
  ];
}
