/** Reads what is at an address, and no more of it than is allowed. */
import type { Bytes } from '../../share/index.ts';
import { NotOpened } from './not_opened.ts';

export interface Answer {
  readonly bytes: Bytes;
  /** Where it came from in the end: redirects are followed. */
  readonly at: URL;
}

/**
 * Throws a `NotOpened`. Credentials are never sent. `most`: bytes that are allowed, once it is seen with what they begin.
 */
export async function fetch_bytes(url: URL, most: (head: Bytes) => number): Promise<Answer> {
  const response = await fetch(url, { credentials: 'omit', cache: 'no-cache' }).catch((error: unknown) => {
    throw not_reached(url, error);
  });
  if (!response.ok) throw refused(url, response.status);
  return { bytes: await read_bytes(response, url, most), at: new URL(response.url || url.href) };
}

function not_reached({ host, protocol }: URL, cause: unknown): NotOpened {
  if (!navigator.onLine)
    return new NotOpened(`There is no network, and the app is at ${host}.`, 'Try again online.', cause);
  // The browser does not tell a page why.
  const hint =
    protocol === 'http:' && location.protocol === 'https:'
      ? 'This page came with HTTPS, so that the app has to, too: give an address that starts with https://.'
      : 'Look whether the address is right. The host must let other pages read it (CORS), and may not send them in a circle.';
  return new NotOpened(`${host} did not give the app.`, hint, cause);
}

function refused({ host, pathname }: URL, status: number): NotOpened {
  const hint =
    status >= 500 || status === 429
      ? 'The host has trouble: try again later.'
      : 'Look whether the address is right and the file is public.';
  return new NotOpened(`${host} answered ${status} for ${pathname}.`, hint);
}

/** Whatever the host says of its length; nothing is read where it says too much already. */
async function read_bytes(response: Response, url: URL, most: (head: Bytes) => number): Promise<Bytes> {
  const said = Number(response.headers.get('content-length'));
  const reader = response.body?.getReader();
  const parts: Bytes[] = [];
  let size = 0;
  const next = async () => {
    try {
      return await reader?.read();
    } catch (error) {
      throw new NotOpened(
        `The connection to ${url.host} broke off before all of ${url.pathname} was here.`,
        'Try again; where it breaks off each time, the host is at fault.',
        error,
      );
    }
  };
  for (let part = await next(); part && !part.done; part = await next()) {
    parts.push(part.value);
    size += part.value.length;
    const allowed = most(parts[0] as Bytes);
    if (Math.max(size, said) <= allowed) continue;
    await reader?.cancel();
    throw too_large(url, allowed);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function too_large({ host, pathname }: URL, most: number): NotOpened {
  return new NotOpened(
    `What ${host} gives for ${pathname} is larger than ${Math.floor(most / 2 ** 20)} MiB.`,
    'An app must be smaller. Let it fetch large data itself.',
  );
}
