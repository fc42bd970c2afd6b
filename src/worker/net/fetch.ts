/**
 * `fetch` for scripts in this worker, over the shell: what `pyodide.http` and libraries for the browser call. Modes,
 * credentials and caches are the shell's to decide and are not looked at.
 */
import type { NetAnswer, NetFault } from '../../wire/net.ts';
import type { Call, NetClient, Sending } from './client.ts';

/** A failed `fetch` is a `TypeError`, as in every browser; this one says why. */
export class FetchError extends TypeError {
  readonly code: string;

  constructor({ code, message, hint }: NetFault) {
    super(`${message} ${hint}`);
    this.code = code;
  }
}

const empty_statuses = new Set([101, 204, 205, 304]);

export function make_fetch(client: NetClient): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const call = client.send(await sending_of(request));
    const answer = await with_signal(request.signal, call, call.answer);
    if (answer.kind === 'failed') throw new FetchError(answer);
    return response_of(answer, call, request.signal);
  };
}

async function sending_of(request: Request): Promise<Sending> {
  const { method, url, headers, redirect } = request;
  if (redirect === 'manual') {
    throw new TypeError('Browsers do not show redirects to pages. Use redirect: "follow" or "error".');
  }
  const body = request.body ? await request.arrayBuffer() : undefined;
  return {
    method,
    url,
    headers: [...headers].map(([name, value]) => ({ name, value })),
    redirect,
    ...(body ? { body } : {}),
  };
}

/** `waiting`, unless `signal` aborts before: then the request is given up and its reason thrown. */
async function with_signal<T>(signal: AbortSignal, call: Call, waiting: Promise<T>): Promise<T> {
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    abort = () => {
      call.cancel();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([waiting, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function response_of(answer: NetAnswer, call: Call, signal: AbortSignal): Response {
  const { status, status_text, headers, url, redirected } = answer;
  const body = empty_statuses.has(status)
    ? null
    : answer.more
      ? stream_of(answer, call, signal)
      : answer.body;
  const made = new Response(body, {
    status,
    statusText: status_text,
    headers: headers.map(({ name, value }): [string, string] => [name, value]),
  });
  // A Response that a script makes has no address.
  return Object.defineProperties(made, { url: { value: url }, redirected: { value: redirected } });
}

function stream_of(
  { body }: NetAnswer,
  call: Call,
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      if (body.byteLength > 0) controller.enqueue(new Uint8Array(body));
    },
    async pull(controller) {
      // A pull that brings nothing is the last one that a stream makes.
      for (;;) {
        const part = await with_signal(signal, call, call.read());
        if (part.kind === 'failed') throw new FetchError(part);
        if (part.body.byteLength > 0) controller.enqueue(new Uint8Array(part.body));
        if (!part.more) controller.close();
        if (!part.more || part.body.byteLength > 0) return;
      }
    },
    cancel: () => call.cancel(),
  });
}
