/** The worker's requests in the shapes that cross into Python cheaply: numbers, strings, bytes, JSON. */
import type { NetRead, NetResponse } from '../../wire/net.ts';
import type { PythonCall, PythonNet, PythonResult } from '../python/network.ts';
import type { NetClient } from './client.ts';

export function net_for_python(client: NetClient): PythonNet {
  return {
    pending: () => client.pending(),
    send(method, url, headers, body, timeout) {
      const call = client.send({
        method,
        url,
        headers: (JSON.parse(headers) as [string, string][]).map(([name, value]) => ({ name, value })),
        redirect: 'follow',
        ...(body ? { body: body.slice().buffer } : {}),
        ...(timeout > 0 ? { timeout: Math.ceil(timeout) } : {}),
      });
      return python_call(
        call.answer,
        () => call.read(),
        () => call.cancel(),
      );
    },
  };
}

function python_call(
  first: Promise<NetResponse>,
  read: () => Promise<NetRead>,
  cancel: () => void,
): PythonCall {
  let current: Promise<PythonResult> = first.then(result_of);
  return {
    wait: (ms) => in_time(current, ms),
    next() {
      current = read().then(result_of);
    },
    when_there: (callback) => void current.then(callback),
    cancel,
  };
}

function result_of(from: NetResponse | NetRead): PythonResult {
  if (from.kind === 'failed') return from;
  const body = new Uint8Array(from.body);
  const { more } = from;
  if (from.kind === 'part') return { kind: 'part', body, more };
  const { status, status_text, url, redirected } = from;
  const headers = JSON.stringify(from.headers.map(({ name, value }) => [name, value]));
  return { kind: 'answer', status, status_text, url, redirected, headers, body, more };
}

/** Undefined when it takes longer. */
async function in_time<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
