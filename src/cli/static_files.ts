/** Answers requests from folders of a built site. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Names that hold a hash of their content may be kept for ever. */
const hashed = /[-.][0-9a-zA-Z_-]{8,}\.[a-z0-9.]+$/;

export type Handler = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>;

/** Serves `folder`; false when it has no such file. A path that leaves the folder is no such file. */
export function static_files(folder: string): Handler {
  return async (request, response, path) => {
    const inside = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    if (!inside.startsWith(folder + sep)) return false;
    const found = await stat(inside).catch(() => undefined);
    if (!found?.isFile()) return false;
    response.writeHead(200, {
      'content-type': types[extname(inside)] ?? 'application/octet-stream',
      'content-length': found.size,
      'cache-control': hashed.test(inside) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(inside).pipe(response);
    return true;
  };
}
