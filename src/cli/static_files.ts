/** Answers requests from folders of a built site. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CALLBACK_PAGE } from '../share/callback.ts';

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

/** Names that hold a hash of their content may be kept for ever: the bundler's, and our own in hexadecimal. */
const hashed = /(^\/assets\/.*-[0-9a-zA-Z_-]{8}|[-.][0-9a-f]{10,})\.[a-z0-9.]+$/;

export type Handler = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>;

/** Serves `folder`; false when it has no such file. A path that leaves the folder is no such file. */
export function static_files(folder: string): Handler {
  return async (request, response, path) => {
    const inside = normalize(join(folder, file_of(path)));
    if (!inside.startsWith(folder + sep)) return false;
    const found = await stat(inside).catch(() => undefined);
    if (!found?.isFile()) return false;
    response.writeHead(200, {
      'content-type': types[extname(inside)] ?? 'application/octet-stream',
      'content-length': found.size,
      'cache-control': hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      // Pages of other sites may load it as a module; it is the same for everybody.
      ...(path === '/embed.js' ? { 'access-control-allow-origin': '*' } : {}),
    });
    if (request.method === 'HEAD') response.end();
    // Fails when the reader goes away, or the file does: the connection is closed then, and nobody is left to tell.
    else await pipeline(createReadStream(inside), response).catch(() => undefined);
    return true;
  };
}

/** A `redirect_uri` that was written for Streamlit ends with `/oauth2callback`; many hosts answer it as this one does. */
function file_of(path: string): string {
  if (path.endsWith('/')) return `${path}index.html`;
  return CALLBACK_PAGE.replace('.html', '') === path.slice(path.lastIndexOf('/') + 1) ? `${path}.html` : path;
}
