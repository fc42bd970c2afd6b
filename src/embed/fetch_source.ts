/** Fetches what `src` names: with the rights of the page that names it, as it would any file of its own. */

import { decoded } from '../wire/decoded.ts';
import type { EmbedApp } from '../wire/embed.ts';
import { EmbedError } from './errors.ts';

/** No app is larger: the frame refuses more, too. */
const MOST_MIB = 128;

/** Throws an `EmbedError`: `source_missing`, `source_too_large`. */
export async function fetch_source(src: string, base: string, signal: AbortSignal): Promise<EmbedApp> {
  const url = src.trim() !== '' && URL.canParse(src, base) ? new URL(src, base) : undefined;
  if (url && (url.username !== '' || url.password !== '')) {
    throw new EmbedError(
      'source_missing',
      `src has a name or a password for ${url.host} in it. Browsers do not send those: name a file that everybody may read.`,
    );
  }
  if (!url || !['http:', 'https:', 'blob:', 'data:'].includes(url.protocol)) {
    throw new EmbedError('source_missing', `src="${src}" is not the address of a file.`);
  }
  const response = await fetch(url, { signal }).catch(() => {
    throw new EmbedError(
      'source_missing',
      `${shown(url)} could not be fetched: its host cannot be reached, or does not let this page read it (CORS), or this page’s policy (connect-src) does not.`,
    );
  });
  if (!response.ok) {
    throw new EmbedError(
      'source_missing',
      `${shown(url)} could not be fetched: the server answered ${response.status}.`,
    );
  }
  return { kind: 'packed', name: name_of(url), data: await read(response, url) };
}

async function read(response: Response, url: URL): Promise<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  const next = () =>
    reader?.read().catch(() => {
      throw new EmbedError('source_missing', `${shown(url)} was cut short: the connection broke off.`);
    });
  for (let part = await next(); part && !part.done; part = await next()) {
    size += part.value.length;
    if (size > MOST_MIB * 2 ** 20) {
      await reader?.cancel();
      throw new EmbedError('source_too_large', `${shown(url)} is larger than ${MOST_MIB} MiB.`);
    }
    parts.push(part.value);
  }
  return new Blob(parts).arrayBuffer();
}

function shown(url: URL): string {
  return url.protocol === 'data:' ? 'src' : url.href;
}

function name_of({ pathname, protocol }: URL): string {
  const last = protocol.startsWith('http') ? (pathname.split('/').at(-1) ?? '') : '';
  return decoded(last) || 'app.py';
}
