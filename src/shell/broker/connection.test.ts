/** What a worker can do to the shell through the port of calls, when it does not play by the rules. */
import { afterEach, expect, it } from 'vitest';
import { type Fixture, set_up } from './testing/fixture.ts';

let app: Fixture | undefined;
afterEach(() => app?.close());
const start = () => {
  app = set_up();
  return app;
};

const raw = (value: unknown) => ({ type: 'RAW', value });
const request = { id: 1, method: 'GET', url: 'https://api.example/', headers: [], redirect: 'follow' };

/** Calls of Comlink's that are none of the interface. */
const forged: readonly (readonly [string, Record<string, unknown>])[] = [
  ['reads a constructor', { type: 'GET', path: ['request', 'constructor'] }],
  [
    'makes a function',
    { type: 'APPLY', path: ['constructor', 'constructor'], argumentList: [raw('return 1')] },
  ],
  ['makes an object', { type: 'CONSTRUCT', path: ['request'], argumentList: [] }],
  ['sets a property', { type: 'SET', path: ['request'], value: raw(1) }],
  ['pollutes a prototype', { type: 'SET', path: ['__proto__', 'polluted'], value: raw(1) }],
  [
    'pollutes through a constructor',
    { type: 'SET', path: ['constructor', 'prototype', 'polluted'], value: raw(1) },
  ],
  ['calls what every object has', { type: 'APPLY', path: ['__defineGetter__'], argumentList: [raw('a')] }],
  ['calls what every object has', { type: 'APPLY', path: ['hasOwnProperty'], argumentList: [raw('ping')] }],
  ['wants another port', { type: 'ENDPOINT' }],
  ['lets go', { type: 'RELEASE' }],
  [
    'hands over a proxy',
    { type: 'APPLY', path: ['request'], argumentList: [{ type: 'HANDLER', name: 'proxy', value: null }] },
  ],
  [
    'throws',
    {
      type: 'APPLY',
      path: ['request'],
      argumentList: [{ type: 'HANDLER', name: 'throw', value: { value: 1 } }],
    },
  ],
  ['has a path that is no list', { type: 'APPLY', path: 'ping', argumentList: [] }],
  ['has a long path', { type: 'APPLY', path: ['ping', 'call'], argumentList: [] }],
  ['has many arguments', { type: 'APPLY', path: ['ping'], argumentList: [raw(1), raw(2)] }],
  ['has no arguments', { type: 'APPLY', path: ['ping'] }],
];

it.each(forged)('a message that %s is not heard', async (_what, message) => {
  const { port, services } = start();
  const answers: unknown[] = [];
  port.addEventListener('message', ({ data }) => {
    if ((data as { id?: unknown }).id === 'forged') answers.push(data);
  });
  port.postMessage({ id: 'forged', ...message });
  await services.ping();
  await services.ping();
  expect(answers).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

it.each([
  undefined,
  null,
  1,
  'x',
  [],
  { type: 'APPLY' },
  { id: {}, type: 'APPLY', path: ['ping'], argumentList: [] },
  new Map(),
  new ArrayBuffer(3),
])('a message that is no call (%s) leaves the shell as it is', async (message) => {
  const { port, services } = start();
  port.postMessage(message);
  await expect(services.ping()).resolves.toBeUndefined();
});

it.each([
  ['nothing', undefined],
  ['a text', 'https://api.example/'],
  ['no address', { ...request, url: undefined }],
  ['an address that is a list', { ...request, url: ['https://api.example/'] }],
  ['an unknown field', { ...request, credentials: 'include' }],
  ['another mode', { ...request, redirect: 'manual' }],
  ['headers that are an object', { ...request, headers: { Cookie: '1' } }],
  ['a header with more', { ...request, headers: [{ name: 'A', value: '1', other: 1 }] }],
  ['a body that is a text', { ...request, body: 'x' }],
  ['a number that is none', { ...request, id: Number.NaN }],
  ['a time that is none', { ...request, timeout: Number.POSITIVE_INFINITY }],
])('a request that has %s is refused with the place of the fault', async (_what, given) => {
  const { services, sent } = start();
  expect(await services.request(given as never)).toMatchObject({ kind: 'failed', code: 'malformed' });
  expect(sent).toEqual([]);
});

it('a number that is used twice is refused, and one that is not open cannot be read', async () => {
  const { services } = start();
  const twice = [services.request(request as never), services.request(request as never)];
  expect((await Promise.all(twice)).map(({ kind }) => kind).sort()).toEqual(['answer', 'failed']);
  for (const id of [7, '1', null, { id: 1 }]) {
    expect(await services.read(id as never)).toMatchObject({ code: 'malformed' });
    await services.cancel(id as never);
  }
});

it('a thousand bad messages a moment leave it answering', async () => {
  const { port, services } = start();
  for (let round = 0; round < 1_000; round++) {
    port.postMessage({ id: `${round}`, type: 'SET', path: ['__proto__', `p${round}`], value: raw(round) });
    port.postMessage({
      id: `${round}`,
      type: 'APPLY',
      path: ['request'],
      argumentList: [raw({ [round]: round })],
    });
  }
  await expect(services.ping()).resolves.toBeUndefined();
});
