/** Where files are kept: by their content, so that releases share what they have in common. */
import type { ReleaseFile } from '../../share/release.ts';

export interface Shelf {
  /** The hashes of what is there. */
  list(): Promise<ReadonlySet<string>>;
  get(sha256: string): Promise<Response | undefined>;
  /** Throws `QuotaExceededError` when the browser has no room. */
  put(sha256: string, response: Response): Promise<void>;
  remove(sha256: string): Promise<void>;
  /** A small value beside the files, as JSON. */
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
}

/** A shelf in Cache Storage; one for each folder that a site lies in, as many may share a host. */
export function cache_shelf(caches: CacheStorage, scope: string): Shelf {
  const opened = () => caches.open(`tablit ${scope}`);
  const place = (folder: 'file' | 'value', name: string) => new URL(`__tablit/${folder}/${name}`, scope).href;
  const files = place('file', '');
  return {
    async list() {
      const keys = await (await opened()).keys();
      return new Set(
        keys.filter(({ url }) => url.startsWith(files)).map(({ url }) => url.slice(files.length)),
      );
    },
    get: async (sha256) => (await opened()).match(place('file', sha256)),
    put: async (sha256, response) => (await opened()).put(place('file', sha256), response),
    remove: async (sha256) => void (await (await opened()).delete(place('file', sha256))),
    read: async (name) => (await (await opened()).match(place('value', name)))?.json(),
    write: async (name, value) => (await opened()).put(place('value', name), Response.json(value)),
  };
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
};

/** What a host says about a page and its files that must still hold when they come from here. */
const kept_headers = [
  'cross-origin-opener-policy',
  'cross-origin-embedder-policy',
  'cross-origin-resource-policy',
  'content-security-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
];

/** The answer to be kept: `bytes` with a type by the file's name, whatever the host calls it. */
export function to_keep({ file }: ReleaseFile, bytes: ArrayBuffer, from: Headers): Response {
  const ending = file.slice(file.lastIndexOf('.') + 1);
  const headers = new Headers({ 'content-type': types[ending] ?? 'application/octet-stream' });
  for (const name of kept_headers) {
    const value = from.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(bytes, { headers });
}
