/** The requests of a sign-in: without cookies, without an address of ours, and without redirects. */
import * as oauth from 'oauth4webapi';

export type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/** Milliseconds that a provider has for an answer. */
const PATIENCE = 20_000;

/** Bytes that an answer may have: a provider's documents have some thousands. */
const MOST_BYTES = 1_000_000;

export const browser_fetch: Fetch = async (url, options) => {
  const response = await fetch(url, {
    ...options,
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  });
  return short(response);
};

/** The response with its body read, or an Error for one that is too long. */
async function short(response: Response): Promise<Response> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > MOST_BYTES) {
      await reader?.cancel();
      throw new Error('The answer is too long.');
    }
    parts.push(read.value);
  }
  const { status, statusText, headers } = response;
  return new Response(parts.length > 0 ? new Blob(parts) : null, { status, statusText, headers });
}

/** For calls of oauth4webapi; http is for this computer only, which `safe_address` saw to. */
export function http_options(url: URL, fetch: Fetch) {
  return {
    [oauth.customFetch]: (
      address: string,
      { method, headers, body }: oauth.CustomFetchOptions<string, URLSearchParams | undefined>,
    ) => fetch(address, { method, headers, ...(body ? { body } : {}) }),
    [oauth.allowInsecureRequests]: url.protocol === 'http:',
  };
}
