/** The worker's `fetch` over a real port, with a shell that answers by rule. */
import { expose } from 'comlink';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NetAnswer, NetRead, NetRequest, NetResponse } from '../../wire/net.ts';
import type { NetClient } from './client.ts';
import { close_doors } from './closed_doors.ts';
import { connect_network } from './connect.ts';
import { net_for_python } from './for_python.ts';

const bytes = (text: string) => new TextEncoder().encode(text).buffer;

const answer = (fields: Partial<NetAnswer> = {}): NetAnswer => ({
  kind: 'answer',
  status: 200,
  status_text: 'OK',
  url: 'https://api.example/end',
  redirected: true,
  headers: [{ name: 'x-a', value: '1' }],
  body: bytes('hello'),
  more: false,
  ...fields,
});

const failure = { kind: 'failed', code: 'not_allowed', message: 'No.', hint: 'Ask.' } as const;

let asked: NetRequest[];
let cancelled: number[];
let responses: (NetResponse | Promise<NetResponse>)[];
let parts: (NetRead | Promise<NetRead>)[];
let close: () => void;
let client: NetClient;
let scope: { fetch: typeof fetch };

beforeEach(() => {
  [asked, cancelled, responses, parts] = [[], [], [], []];
  const { port1, port2 } = new MessageChannel();
  expose(
    {
      request(request: NetRequest) {
        asked.push(request);
        return responses.shift() ?? answer();
      },
      read: () => parts.shift() ?? failure,
      cancel: (id: number) => void cancelled.push(id),
    },
    port1,
  );
  scope = { fetch };
  client = connect_network(port2, scope);
  close = () => {
    port1.close();
    port2.close();
  };
});
afterEach(() => close());

const never = new Promise<never>(() => undefined);

describe('fetch', () => {
  it('sends what a browser would, and gives a Response with its address', async () => {
    const response = await scope.fetch('https://api.example/a', {
      method: 'POST',
      headers: { 'X-Key': 'k' },
      body: new URLSearchParams({ a: '1 2' }),
    });
    expect(asked[0]).toMatchObject({
      id: 1,
      method: 'POST',
      url: 'https://api.example/a',
      redirect: 'follow',
    });
    expect(new TextDecoder().decode(asked[0]?.body)).toBe('a=1+2');
    expect(asked[0]?.headers).toContainEqual({ name: 'x-key', value: 'k' });
    expect([response.status, response.statusText, response.url, response.redirected]).toEqual([
      200,
      'OK',
      'https://api.example/end',
      true,
    ]);
    expect(response.headers.get('X-A')).toBe('1');
    expect(await response.text()).toBe('hello');
  });

  it('takes a Request, and gives each of many its own answer', async () => {
    responses = [answer({ body: bytes('1') }), answer({ body: bytes('2') })];
    const both = await Promise.all([
      scope.fetch(new Request('https://a.example/')),
      scope.fetch('https://b.example/'),
    ]);
    expect(await Promise.all(both.map((one) => one.text()))).toEqual(['1', '2']);
    expect(asked.map(({ id }) => id)).toEqual([1, 2]);
  });

  it('streams a body whose parts come one by one', async () => {
    responses = [answer({ body: bytes('a'), more: true })];
    parts = [
      { kind: 'part', body: bytes('b'), more: true },
      { kind: 'part', body: bytes(''), more: true },
      { kind: 'part', body: bytes('c'), more: false },
    ];
    const response = await scope.fetch('https://api.example/');
    expect(await response.text()).toBe('abc');
  });

  it('fails with the page’s words', async () => {
    responses = [failure];
    await expect(scope.fetch('https://api.example/')).rejects.toMatchObject({
      name: 'TypeError',
      code: 'not_allowed',
      message: 'No. Ask.',
    });
    responses = [answer({ more: true })];
    parts = [failure];
    const response = await scope.fetch('https://api.example/');
    await expect(response.text()).rejects.toThrow('No. Ask.');
  });

  it('gives up when its signal aborts, before, during and after', async () => {
    const before = AbortSignal.abort();
    await expect(scope.fetch('https://api.example/', { signal: before })).rejects.toThrow();
    expect(asked).toEqual([]);

    responses = [never];
    const during = new AbortController();
    const waiting = scope.fetch('https://api.example/', { signal: during.signal });
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(client.pending()).toBe(1);
    during.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(cancelled).toEqual([1]));

    responses = [answer({ more: true })];
    const response = await scope.fetch('https://api.example/');
    await response.body?.cancel();
    await vi.waitFor(() => expect(cancelled).toEqual([1, 2]));
  });

  it.each([204, 304])('gives a Response without a body for %i', async (status) => {
    responses = [answer({ status, body: new ArrayBuffer(0) })];
    expect((await scope.fetch('https://api.example/')).body).toBeNull();
  });

  it('says that redirects cannot be looked at', async () => {
    await expect(scope.fetch('https://api.example/', { redirect: 'manual' })).rejects.toThrow(/redirect/);
  });
});

describe('for Python', () => {
  it('sends, waits for a while, and reads parts', async () => {
    let arrive: (response: NetResponse) => void = () => undefined;
    responses = [
      new Promise((resolve) => {
        arrive = resolve;
      }),
    ];
    parts = [{ kind: 'part', body: bytes('more'), more: false }];
    const net = net_for_python(client);
    const call = net.send('PUT', 'https://api.example/', '[["A","1"]]', new Uint8Array([1, 2]), 1500.2);
    expect(await call.wait(5)).toBeUndefined();
    expect(net.pending()).toBe(1);
    expect(asked[0]).toMatchObject({ method: 'PUT', headers: [{ name: 'A', value: '1' }], timeout: 1501 });
    expect(asked[0]?.body?.byteLength).toBe(2);
    arrive(answer({ more: true }));
    expect(await call.wait(1_000)).toMatchObject({ kind: 'answer', headers: '[["x-a","1"]]', more: true });
    call.next();
    expect(await call.wait(1_000)).toMatchObject({ kind: 'part', more: false });
    expect(net.pending()).toBe(0);
  });

  it('calls back, and leaves out a time of 0', async () => {
    const call = net_for_python(client).send('GET', 'https://api.example/', '[]', undefined, 0);
    const result = await new Promise((resolve) => call.when_there(resolve));
    expect(result).toMatchObject({ kind: 'answer', status: 200 });
    expect(asked[0]).not.toHaveProperty('timeout');
    expect(asked[0]).not.toHaveProperty('body');
  });
});

it('puts words in the place of the other ways out, where the browser has them', () => {
  const scope = { XMLHttpRequest: class {}, WebSocket: class {}, EventSource: class {} };
  close_doors(scope);
  for (const [name, Door] of Object.entries(scope)) {
    expect(() => new Door()).toThrow(/Use requests/);
    expect(Door.name).toBe(name);
  }
  expect('WebTransport' in scope).toBe(false);
});
