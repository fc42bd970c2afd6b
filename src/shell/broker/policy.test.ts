import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NetRequest, net_error_codes, net_request } from '../../wire/net.ts';
import { NetError } from './errors.ts';
import { limits } from './limits.ts';
import { plan_request } from './policy.ts';

const own = new URL('https://apps.example/gallery/');
const get = (url: string, rest: Partial<NetRequest> = {}): NetRequest => ({
  id: 1,
  method: 'GET',
  url,
  headers: [],
  redirect: 'follow',
  ...rest,
});

/** The code of the refusal, or the plan's host. */
function outcome(request: NetRequest, page = own): string {
  try {
    return plan_request(request, page).place;
  } catch (error) {
    if (error instanceof NetError) return error.code;
    throw error;
  }
}

describe('addresses', () => {
  it.each([
    ['https://api.example.com/v1?q=1#top', 'api.example.com'],
    ['https://api.example.com:8443/', 'api.example.com:8443'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['http://localhost:8000/', 'http://localhost:8000'],
    ['http://127.0.0.1/', 'http://127.0.0.1'],
    ['http://example.com/', 'scheme'],
    ['http://[::1]:8000/', 'scheme'],
    ['ftp://example.com/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['data:text/plain,x', 'scheme'],
    ['blob:https://apps.example/1', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['ws://localhost/', 'scheme'],
    ['/data.csv', 'malformed'],
    ['//example.com/', 'malformed'],
    ['https://', 'malformed'],
    ['', 'malformed'],
    [`https://example.com/${'x'.repeat(limits.url)}`, 'malformed'],
    ['https://user:word@example.com/', 'user_info'],
    ['https://apps.example/gallery/index.html', 'own_origin'],
    ['https://APPS.example./', 'own_origin'],
  ])('%s is %s', (url, expected) => {
    expect(outcome(get(url))).toBe(expected);
  });

  it('of the page itself are refused under every name of this computer', () => {
    const local = new URL('http://localhost:8000/');
    expect(outcome(get('http://127.0.0.1:8000/'), local)).toBe('own_origin');
    expect(outcome(get('https://localhost:8000/'), local)).toBe('own_origin');
    expect(outcome(get('http://127.0.0.1:8001/'), local)).toBe('http://127.0.0.1:8001');
    expect(outcome(get('https://example.com/'), new URL('file:///home/me/app.html'))).toBe('example.com');
  });

  it('lose their fragment, which browsers do not send', () => {
    expect(plan_request(get('https://example.com/a?b=1#c'), own).url.href).toBe('https://example.com/a?b=1');
  });
});

describe('methods and bodies', () => {
  it.each([
    ['post', 3, 'example.com'],
    ['PROPFIND', 3, 'example.com'],
    ['GET', 0, 'example.com'],
    ['GET', 3, 'malformed'],
    ['TRACE', undefined, 'method'],
    ['connect', undefined, 'method'],
    ['GE T', undefined, 'malformed'],
    ['', undefined, 'malformed'],
    ['POST', limits.request_body + 1, 'body_too_large'],
  ])('%s with %s bytes is %s', (method, size, expected) => {
    const body = size === undefined ? {} : { body: new ArrayBuffer(size) };
    expect(outcome(get('https://example.com/', { method, ...body }))).toBe(expected);
  });

  it('wait no longer than the page allows', () => {
    const timeout = (given?: number) =>
      plan_request(get('https://example.com/', given === undefined ? {} : { timeout: given }), own).timeout;
    expect([timeout(), timeout(0), timeout(-1), timeout(500), timeout(1e9)]).toEqual([
      limits.patience,
      limits.patience,
      limits.patience,
      500,
      limits.patience,
    ]);
  });
});

describe('headers', () => {
  const plan = (...headers: [string, string][]) =>
    plan_request(
      get('https://example.com/', { headers: headers.map(([name, value]) => ({ name, value })) }),
      own,
    );

  it('are sent as given, two of a name as one', () => {
    expect(plan(['Accept', 'a/b'], ['X-Key', ' 1 '], ['accept', 'c/d']).headers).toEqual([
      { name: 'Accept', value: 'a/b, c/d' },
      { name: 'X-Key', value: '1' },
    ]);
  });

  it('of the connection are left out without a word, those of the browser with one', () => {
    const { headers, dropped } = plan(
      ['Host', 'example.com'],
      ['Accept-Encoding', 'gzip'],
      ['Connection', 'keep-alive'],
      ['User-Agent', 'python-requests/2.34.2'],
      ['Cookie', 'session=1'],
      ['Sec-Fetch-Site', 'none'],
      ['Origin', 'https://example.com'],
    );
    expect(headers).toEqual([]);
    expect(dropped).toEqual(['Cookie', 'Sec-Fetch-Site', 'Origin']);
    expect(plan(['User-Agent', 'weather (me@example.com)']).dropped).toEqual(['User-Agent']);
  });

  it.each([
    ['a line break in a value', 'X', 'a\r\nHost: evil'],
    ['a letter that no header holds', 'X', 'ключ'],
    ['a space in a name', 'X Y', '1'],
    ['an empty name', '', '1'],
    ['too much text', 'X', 'x'.repeat(limits.header_text + 1)],
  ])('with %s are refused', (_what, name, value) => {
    expect(() => plan([name, value])).toThrow(NetError);
  });

  it('that are too many are refused', () => {
    expect(() => plan(...Array.from({ length: 101 }, (): [string, string] => ['X', '1']))).toThrow(NetError);
  });
});

it('any request is planned or refused with words of ours, and never holds what was not checked', () => {
  const strange = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'https://a b/',
      'https://%',
      'https://x:99999/',
      'http://127.0.0.1:1/\u0000',
      'https://__proto__/',
    ),
  );
  const request = fc.record({
    id: fc.integer(),
    method: fc.oneof(fc.constantFrom('GET', 'POST', '__proto__'), fc.string({ unit: 'binary' })),
    url: strange,
    headers: fc.array(
      fc.record({
        name: fc.oneof(fc.string(), fc.constant('constructor')),
        value: fc.string({ unit: 'binary' }),
      }),
      { maxLength: 5 },
    ),
    redirect: fc.constantFrom('follow' as const, 'error' as const),
  });
  fc.assert(
    fc.property(request, (one) => {
      expect(net_request.check(one)).toBeUndefined();
      const result = outcome(one);
      if ((net_error_codes as readonly string[]).includes(result)) return;
      const plan = plan_request(one, own);
      expect(plan.url.protocol).toMatch(/^https?:$/);
      expect(
        () =>
          new Request(plan.url, {
            method: plan.method,
            headers: plan.headers.map(({ name, value }): [string, string] => [name, value]),
          }),
      ).not.toThrow();
    }),
    { numRuns: 20_000 },
  );
});

it('promise: Bad input never breaks the page: 100,000 requests of any form are checked without a throw', () => {
  const small = fc.anything({ maxDepth: 1, maxKeys: 3 });
  const field = fc.oneof(
    small,
    fc.constantFrom('GET', 'https://example.com/', 'follow', [], new ArrayBuffer(1)),
  );
  const names = ['id', 'method', 'url', 'headers', 'body', 'redirect', 'timeout', '__proto__', 'constructor'];
  const message = fc.oneof(small, fc.dictionary(fc.constantFrom(...names), field));
  for (let batch = 0; batch < 10; batch++) {
    fc.assert(
      fc.property(message, (one) => {
        net_request.check(one);
      }),
      { numRuns: 10_000 },
    );
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
}, 60_000);
