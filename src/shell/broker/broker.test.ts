import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../ui/panels/permissions_view.ts';
import type { NetAnswer, NetFault } from '../../wire/net.ts';
import { limits } from './limits.ts';
import { code_of, type Fixture, response, type Setup, set_up, text_of } from './testing/fixture.ts';
import { memory_grant_store } from './testing/memory_grant_store.ts';

let open: Fixture[] = [];
const start = (setup: Setup = {}) => {
  const fixture = set_up(setup);
  open.push(fixture);
  return fixture;
};
afterEach(() => {
  for (const fixture of open) fixture.close();
  open = [];
});

const url = 'https://api.example/data?q=1';
const code = (answer: NetAnswer | NetFault) => (answer.kind === 'failed' ? answer.code : answer.status);
const key = 'sk-live-7f3c9a1b2d';

describe('an app that asks for a host', () => {
  it('gets the answer when the reader allows it, and asks once for many requests', async () => {
    const app = start();
    const answers = await Promise.all([app.send(url), app.send('https://api.example/b'), app.send(url)]);
    expect(answers.map(code)).toEqual([200, 200, 200]);
    expect(answers.map((one) => one.kind === 'answer' && text_of(one.body))).toEqual([
      'hello',
      'hello',
      'hello',
    ]);
    expect(app.asked).toHaveLength(1);
    expect(app.asked[0]).toMatchObject({ wants: [{ kind: 'data', host: 'api.example' }], near: 'world' });
  });

  it('sends nothing before the reader has allowed it, and nothing when the reader does not', async () => {
    const app = start({ reader: () => 'refuse' });
    expect(await app.send(url)).toMatchObject({
      code: 'not_allowed',
      message: expect.stringContaining('api.example'),
    });
    expect(code(await app.send(url))).toBe('not_allowed');
    expect(app.sent).toEqual([]);
    expect(app.asked).toHaveLength(1);
  });

  it('asks one question at a time, in the order in which they came', async () => {
    const app = start({ reader: () => undefined });
    const answers = ['a', 'b', 'c'].map((name) => app.send(`https://${name}.example/`));
    for (const [name, answer] of [
      ['a', 'visit'],
      ['b', 'refuse'],
      ['c', 'app'],
    ] as [string, Answer][]) {
      await vi.waitFor(() => {
        const { question } = app.permissions.state.get();
        expect(question?.wants[0]).toEqual({ kind: 'data', host: `${name}.example` });
      });
      app.permissions.answer(app.asked.at(-1)?.id ?? 0, answer);
    }
    expect((await Promise.all(answers)).map(code)).toEqual([200, 'not_allowed', 200]);
  });

  it('is not asked about any more after a few hosts were turned down', async () => {
    const app = start({ reader: () => 'refuse' });
    for (let host = 0; host < 20; host++)
      expect(code(await app.send(`https://h${host}.example/`))).toBe('not_allowed');
    expect(app.asked).toHaveLength(limits.refusals);
  });

  it('sends nothing of the reader’s along', async () => {
    const app = start();
    await app.send(url, {
      headers: [
        { name: 'Cookie', value: 'a=1' },
        { name: 'X-A', value: '1' },
      ],
    });
    expect(app.sent[0]?.init).toMatchObject({
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      mode: 'cors',
      headers: [['X-A', '1']],
    });
    expect(app.said).toEqual([expect.stringContaining('Cookie')]);
  });

  it('reaches neither the page’s own host nor another scheme, whatever the reader would say', async () => {
    const app = start();
    for (const address of ['https://apps.example/', 'http://api.example/', 'file:///etc/passwd', 'nothing']) {
      expect((await app.send(address)).kind).toBe('failed');
    }
    expect([app.sent, app.asked]).toEqual([[], []]);
  });
});

describe('a redirect', () => {
  const redirected = (to: string) => () => response('elsewhere', { redirected: true, url: to });

  it('to another host gives the app nothing unless the reader allows that host too', async () => {
    const app = start({
      host: redirected('https://other.example/x#y'),
      reader: ({ sent_by }) => (sent_by ? 'refuse' : 'app'),
    });
    expect(await app.send(url)).toMatchObject({
      code: 'redirected',
      message: expect.stringMatching(/api\.example.*other\.example/),
    });
    expect(app.asked[1]).toMatchObject({ sent_by: 'api.example', wants: [{ host: 'other.example' }] });
  });

  it('is followed where both hosts are allowed, and the app sees where it ended', async () => {
    const app = start({ host: redirected('https://other.example/x#y') });
    expect(await app.send(url)).toMatchObject({
      status: 200,
      redirected: true,
      url: 'https://other.example/x',
    });
  });

  it('is written down with both hosts, also when the second one is refused', async () => {
    const app = start({ host: redirected('https://other.example/x') });
    await app.send(url);
    expect(app.broker.log.get()[0]).toMatchObject({
      host: 'api.example',
      sent_on: 'other.example',
      status: 200,
    });
    const refused = start({
      host: redirected('https://other.example/x'),
      reader: ({ sent_by }) => (sent_by ? 'refuse' : 'app'),
    });
    await refused.send(url);
    expect(refused.broker.log.get()).toMatchObject([
      { host: 'api.example', sent_on: 'other.example', status: 'redirected' },
    ]);
    const within = start({ host: redirected('https://api.example/elsewhere') });
    await within.send(url);
    expect(within.broker.log.get()[0]?.sent_on).toBeUndefined();
  });

  const either = ['api.example', 'other.example'];
  it.each(either)('ends in the middle of its answer when %s is taken back', async (host) => {
    const endless = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(3)) });
    const app = start({
      host: () => response(endless, { redirected: true, url: 'https://other.example/x' }),
    });
    expect(await app.send(url)).toMatchObject({ more: true });
    const next = app.services.read(1);
    await app.permissions.forget({ kind: 'data', host });
    expect(await next).toMatchObject({ code: 'not_allowed', message: expect.stringContaining(host) });
    expect(app.sent[0]?.init.signal?.aborted).toBe(true);
  });

  it('ends when the first host is taken back while the reader is asked about the second', async () => {
    const app = start({
      host: redirected('https://other.example/x'),
      reader: ({ sent_by }) => (sent_by ? undefined : 'app'),
    });
    const answer = app.send(url);
    await vi.waitFor(() => expect(app.asked).toHaveLength(2));
    await app.permissions.forget({ kind: 'data', host: 'api.example' });
    expect((await answer).kind).toBe('failed');
    expect(app.permissions.state.get().question).toBeUndefined();
  });

  it('to the page itself gives nothing', async () => {
    const app = start({ host: redirected('https://apps.example/index.html') });
    expect(code(await app.send(url))).toBe('own_origin');
  });

  it('is not followed by a request with a secret', async () => {
    const app = start({ secrets: { K: key }, host: () => response(null, { type: 'opaqueredirect' }) });
    const headers = [{ name: 'X-Key', value: app.sealed.placeholders.of('K') }];
    expect(await app.send(url, { headers })).toMatchObject({ code: 'redirect_with_secret' });
    expect(app.sent).toHaveLength(1);
    expect(app.sent[0]?.init.redirect).toBe('manual');
  });

  it('is an error where the app wants it so', async () => {
    const app = start({ host: () => response(null, { type: 'opaqueredirect' }) });
    expect(code(await app.send(url, { redirect: 'error' }))).toBe('redirect_refused');
  });
});

describe('a sealed secret', () => {
  const echo = ({ url: address, init }: { url: string; init: RequestInit }) =>
    response(
      JSON.stringify({
        address,
        headers: init.headers,
        body: init.body && text_of(init.body as ArrayBuffer),
      }),
      {
        statusText: 'x',
        headers: { 'x-echo': JSON.stringify(init.headers), 'content-type': 'application/json' },
      },
    );

  it('goes to the host that the reader bound it to, and never comes back', async () => {
    const app = start({ secrets: { K: key }, host: echo });
    const placeholder = app.sealed.placeholders.of('K');
    const answer = await app.send(`https://api.example/?k=${placeholder}`, {
      method: 'POST',
      headers: [
        { name: 'Authorization', value: `Bearer ${placeholder}` },
        { name: 'X-Basic', value: 'x' },
      ],
      body: new TextEncoder().encode(`key=${placeholder}`).buffer,
    });
    expect(app.asked[0]?.wants).toEqual([
      { kind: 'data', host: 'api.example' },
      { kind: 'secret', host: 'api.example', name: 'K' },
    ]);
    expect(app.sent[0]?.url).toBe(`https://api.example/?k=${key}`);
    expect(app.sent[0]?.init.headers).toContainEqual(['Authorization', `Bearer ${key}`]);
    expect(answer.kind).toBe('answer');
    const shown = JSON.stringify(answer) + (answer.kind === 'answer' ? text_of(answer.body) : '');
    expect(shown).toContain(placeholder);
    expect(shown).not.toContain(key);
    expect(JSON.stringify(app.broker.log.get())).not.toContain(key);
  });

  it('is taken out of later answers as well, of any host', async () => {
    const app = start({
      secrets: { K: key },
      host: ({ url: address }) => response(address.includes('paste') ? key : ''),
    });
    await app.send(url, { headers: [{ name: 'X', value: app.sealed.placeholders.of('K') }] });
    const answer = await app.send('https://paste.example/1');
    expect(answer.kind === 'answer' && text_of(answer.body)).toBe(app.sealed.placeholders.of('K'));
  });

  it('does not go to a host that may have data only', async () => {
    const app = start({
      secrets: { K: key },
      reader: ({ wants }) => (wants.some(({ kind }) => kind === 'secret') ? 'refuse' : 'app'),
    });
    expect(code(await app.send(url))).toBe(200);
    const refused = await app.send(url, { headers: [{ name: 'X', value: app.sealed.placeholders.of('K') }] });
    expect(refused).toMatchObject({ code: 'not_allowed', message: expect.stringContaining('K') });
    expect(code(await app.send(url))).toBe(200);
    expect(app.sent).toHaveLength(2);
  });

  const first_visit = async (scope: Answer) => {
    const store = memory_grant_store();
    const app = start({ store, secrets: { K: key }, reader: () => scope });
    await app.send(url, { headers: [{ name: 'X', value: app.sealed.placeholders.of('K') }] });
    await app.permissions.close();
    return store;
  };

  const scopes = ['visit', 'app'] as const;
  it.each(scopes)('that a host stored is taken out on the next visit (allowed: %s)', async (scope) => {
    const store = await first_visit(scope);
    const next = start({ store, secrets: { K: key }, host: () => response(`paste: ${key}`) });
    const answer = await next.send('https://api.example/paste/1');
    const placeholder = next.sealed.placeholders.of('K');
    expect(answer.kind === 'answer' && text_of(answer.body)).toBe(`paste: ${placeholder}`);
    expect(next.sent.map(({ init }) => JSON.stringify(init)).join()).not.toContain(key);
  });

  it('that a host stored is taken out by another version of the app, and after the grant was taken back', async () => {
    const store = await first_visit('app');
    const setup = { store, secrets: { K: key }, host: () => response(key) };
    const same = start(setup);
    await same.permissions.forget({ kind: 'data', host: 'api.example' });
    for (const app of [same, start(setup), start({ ...setup, code: code_of('code-2') })]) {
      const answer = await app.send(url);
      expect(answer.kind === 'answer' && text_of(answer.body)).toBe(app.sealed.placeholders.of('K'));
    }
  });

  it('that a host stored is not asked for while the vault stays locked', async () => {
    const store = await first_visit('app');
    let locked = true;
    const next = start({ store, secrets: { K: key }, locked: () => locked, host: () => response(key) });
    expect(await next.send(url)).toMatchObject({
      code: 'secret_locked',
      message: expect.stringContaining('K'),
    });
    expect(next.sent).toEqual([]);
    locked = false;
    expect(code(await next.send(url))).toBe(200);
    const other = start({ store: memory_grant_store(), locked: () => true });
    expect(code(await other.send(url))).toBe(200);
  });

  /** A host that goes on with its answer as a test says. */
  const speaking = () => {
    const pipe = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
    const writer = pipe.writable.getWriter();
    return { body: pipe.readable, say: (text: string) => void writer.write(new TextEncoder().encode(text)) };
  };

  it('that a host broadcasts into a stream that was open before is taken out there', async () => {
    const stream = speaking();
    const app = start({
      secrets: { K: key },
      host: ({ url: address }) => response(address.endsWith('/stream') ? stream.body : 'stored'),
    });
    stream.say('hello');
    const first = app.send('https://api.example/stream');
    const head = await first;
    expect(head.kind === 'answer' && text_of(head.body)).toBe('hello');
    await app.send(url, { headers: [{ name: 'X', value: app.sealed.placeholders.of('K') }] });
    const next = app.services.read(1);
    stream.say(`news: ${key}${'.'.repeat(500)}`);
    const part = await next;
    expect(part.kind === 'part' && text_of(part.body)).toMatch(/^news: TABLIT_SEALED_[0-9a-f]{32}\./);
  });

  it('that another tab sent is taken out of a stream that was open here, or ends it while the vault is locked', async () => {
    const store = memory_grant_store();
    let locked = false;
    const streams = [speaking(), speaking()];
    const here = start({
      store,
      secrets: { K: key },
      locked: () => locked,
      host: ({ url: address }) => response(streams[Number(address.slice(-1))]?.body ?? null),
    });
    for (const [number, { say }] of streams.entries()) {
      say('hello');
      await here.send(`https://api.example/${number}`);
    }
    const there = start({ store, secrets: { K: key } });
    await there.send(url, { headers: [{ name: 'X', value: there.sealed.placeholders.of('K') }] });
    await vi.waitFor(() => expect(here.permissions.sealed).toEqual(new Set(['K'])));
    locked = true;
    const shut = here.services.read(1);
    streams[0]?.say(key);
    expect(await shut).toMatchObject({ code: 'secret_locked' });
    locked = false;
    const shown = here.services.read(2);
    streams[1]?.say(`${key}${'.'.repeat(500)}`);
    const part = await shown;
    expect(part.kind === 'part' && text_of(part.body)).toMatch(/^TABLIT_SEALED_[0-9a-f]{32}\./);
  });

  it('is not fetched in two halves: no answer is asked for in parts', async () => {
    const ranges = [
      { name: 'Range', value: 'bytes=0-8' },
      { name: 'If-Range', value: '"tag"' },
      { name: 'X-A', value: '1' },
    ];
    const free = start();
    await free.send(url, { headers: ranges });
    expect(free.sent[0]?.init.headers).toHaveLength(3);
    const app = start({ store: await first_visit('visit'), secrets: { K: key } });
    await app.send(url, { headers: ranges });
    expect(app.sent[0]?.init.headers).toEqual([['X-A', '1']]);
    expect(app.said).toEqual([
      expect.stringContaining('header Range was left out'),
      expect.stringContaining('header If-Range was left out'),
    ]);
  });

  it('is not fetched in two halves by a request that waited: an answer in parts ends when a secret is used', async () => {
    const slow = { headers: [{ name: 'Range', value: 'bytes=0-8' }] };
    const waiting: ((answer: Response) => void)[] = [];
    const begun = speaking();
    const app = start({
      secrets: { K: key },
      host: ({ url: address }) => {
        if (address.endsWith('/waits')) return new Promise((resolve) => waiting.push(resolve));
        return response(address.endsWith('/begun') ? begun.body : 'stored', { status: 206 });
      },
    });
    const first = app.send('https://api.example/waits', slow);
    begun.say('half');
    expect(await app.send('https://api.example/begun', slow)).toMatchObject({ status: 206, more: true });
    await app.send(url, { headers: [{ name: 'X', value: app.sealed.placeholders.of('K') }] });
    waiting[0]?.(response(key.slice(0, 9), { status: 206 }));
    expect(await first).toMatchObject({
      code: 'part_with_secret',
      message: expect.stringContaining('api.example'),
    });
    const rest = app.services.read(2);
    begun.say(key.slice(9));
    expect(await rest).toMatchObject({ code: 'part_with_secret' });
    expect(app.broker.log.get().map(({ status }) => status)).toContain('part_with_secret');
  });

  it('that was changed in another tab is looked for in its new value and its old one', async () => {
    const [old_key, new_key] = [key, 'sk-live-another-one'];
    const secrets = { K: old_key };
    let changes = 0;
    const stream = speaking();
    const app = start({
      secrets,
      changes: () => changes,
      host: ({ url: address }) => {
        if (address.endsWith('/stream')) return response(stream.body);
        return response(address.endsWith('/new') ? new_key : old_key);
      },
    });
    const placeholder = app.sealed.placeholders.of('K');
    stream.say('hello');
    await app.send('https://api.example/stream');
    await app.send(url, { headers: [{ name: 'X', value: placeholder }] });
    // Another tab saves it, and sends it to the host.
    secrets.K = new_key;
    changes++;
    for (const path of ['new', 'old']) {
      const answer = await app.send(`https://api.example/${path}`);
      expect(answer.kind === 'answer' && text_of(answer.body)).toBe(placeholder);
    }
    const part = app.services.read(1);
    stream.say(`${new_key}${'.'.repeat(500)}`);
    const shown = await part;
    expect(shown.kind === 'part' && text_of(shown.body)).toContain(placeholder);
    expect(shown.kind === 'part' && text_of(shown.body)).not.toContain('another');
  });

  it('that may have been changed while the vault is locked here ends answers until it is known', async () => {
    let [locked, changes] = [false, 0];
    const app = start({ secrets: { K: key }, locked: () => locked, changes: () => changes });
    await app.send(url, { headers: [{ name: 'X', value: app.sealed.placeholders.of('K') }] });
    locked = true;
    expect(code(await app.send(url))).toBe(200);
    changes++;
    expect(code(await app.send(url))).toBe('secret_locked');
    locked = false;
    expect(code(await app.send(url))).toBe(200);
  });

  it('that cannot be read is neither sent nor taken for one that nobody entered', async () => {
    const store = await first_visit('app');
    const app = start({ store, failed: () => true, host: () => response(key) });
    const headers = [{ name: 'X', value: app.sealed.placeholders.of('K') }];
    expect(await app.send(url, { headers })).toMatchObject({ code: 'secret_failed' });
    expect(await app.send(url)).toMatchObject({ code: 'secret_failed' });
    expect(app.sent).toEqual([]);
  });

  it('that is missing is named in words that a reader can act on', async () => {
    const app = start();
    const answer = await app.send(url, {
      headers: [{ name: 'X', value: app.sealed.placeholders.of('db.password') }],
    });
    expect(answer).toMatchObject({ code: 'secret_missing', message: expect.stringContaining('db.password') });
  });
});

describe('grants', () => {
  it('are remembered for the code that they were given to', async () => {
    const store = memory_grant_store();
    const first = start({ store });
    await first.send(url);
    await first.permissions.close();
    const second = start({ store });
    expect(code(await second.send(url))).toBe(200);
    expect(second.asked).toEqual([]);
  });

  it('for one visit are not remembered', async () => {
    const store = memory_grant_store();
    await start({ store, reader: () => 'visit' }).send(url);
    const second = start({ store });
    await second.send(url);
    expect(second.asked).toHaveLength(1);
  });

  it('do not hold for changed code, and the question says what changed', async () => {
    const store = memory_grant_store();
    const before = { 'app.py': '1', 'data.csv': '1', 'old.py': '1' };
    await start({ store, code: code_of('one', before) }).send(url);
    const after = { 'app.py': '2', 'data.csv': '1', 'new.txt': '1' };
    const second = start({ store, code: code_of('two', after) });
    await second.send(url);
    expect(second.asked[0]?.changed).toEqual([
      { path: 'app.py', change: 'changed' },
      { path: 'old.py', change: 'gone' },
      { path: 'new.txt', change: 'new' },
    ]);
    const other_app = start({ store, app: 'another', code: code_of('three') });
    await other_app.send(url);
    expect(other_app.asked[0]?.changed).toBeUndefined();
  });

  it('do not hold for a stranger’s app that changed, which is another one, and the question says what changed', async () => {
    const store = memory_grant_store();
    const of = (id: string, from: string | undefined, ...lines: number[]) => ({
      ...code_of(id),
      origin: { from, lines },
    });
    await start({ store, app: 'project:1', code: of('1', undefined, 1, 2, 3) }).send(url);
    const later = start({ store, app: 'project:2', code: of('2', undefined, 1, 2, 4) });
    await later.send(url);
    expect(later.asked[0]?.changed).toEqual([{ path: 'app.py', change: 'changed' }]);
    const another = start({ store, app: 'project:3', code: of('3', undefined, 7, 8, 9) });
    await another.send(url);
    expect(another.asked[0]?.changed).toBeUndefined();
    const own = start({ store, app: 'https://a.example/app', code: code_of('4') });
    await own.send(url);
    expect(own.asked[0]?.changed).toBeUndefined();
  });

  it('that are taken back are gone at once, in every tab', async () => {
    const store = memory_grant_store();
    const [one, other] = [start({ store, secrets: { K: key } }), start({ store, reader: () => 'refuse' })];
    await one.send(url, { headers: [{ name: 'X', value: one.sealed.placeholders.of('K') }] });
    await vi.waitFor(() => expect([...(store.records.get('code-1')?.grants ?? [])]).toHaveLength(2));
    expect(code(await other.send(url))).toBe(200);
    await one.permissions.forget({ kind: 'data', host: 'api.example' });
    expect(store.records.get('code-1')?.grants).toEqual([]);
    await vi.waitFor(() => expect(other.permissions.state.get().access.kept.size).toBe(0));
    expect(code(await other.send(url))).toBe('not_allowed');
  });

  it('that are taken back end an answer that is under way', async () => {
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(3)),
    });
    const app = start({ host: () => response(endless) });
    expect(await app.send(url)).toMatchObject({ more: true });
    const next = app.services.read(1);
    await app.permissions.forget({ kind: 'data', host: 'api.example' });
    expect(await next).toMatchObject({ code: 'not_allowed' });
  });

  it('are counted as they are used', async () => {
    const store = memory_grant_store();
    const app = start({ store });
    for (let round = 0; round < 3; round++) await app.send(url);
    expect([...app.permissions.state.get().access.kept.values()]).toMatchObject([
      { uses: 3, last_use: expect.any(Number) },
    ]);
    await app.permissions.close();
    expect(store.records.get('code-1')?.grants).toMatchObject([{ uses: 3, last_use: expect.any(Number) }]);
  });

  it('go over to the next version of a folder that is being worked on', async () => {
    const store = memory_grant_store();
    const now = { code: code_of('one') };
    const app = start({
      store,
      get code() {
        return now.code;
      },
    });
    await app.send(url);
    await app.permissions.changed();
    expect(code(await app.send(url))).toBe(200);
    expect(app.asked).toHaveLength(1);
  });
});

describe('a host that gives no answer', () => {
  const fails = (reached: boolean): Setup => ({
    host: ({ init }) => {
      if (reached && init.mode === 'no-cors') return response(null);
      throw new TypeError(`Failed to fetch ${key}`);
    },
  });

  it.each([
    [true, 'no_cors', /CORS/],
    [false, 'unreachable', /could not be reached/],
  ])('(there: %s) is explained: %s', async (reached, expected, message) => {
    const app = start(fails(reached));
    const answer = await app.send(url);
    expect(answer).toMatchObject({ code: expected, message: expect.stringMatching(message) });
    expect(JSON.stringify(answer)).not.toContain(key);
    expect(app.sent[1]).toMatchObject({
      url: 'https://api.example/',
      init: { method: 'HEAD', credentials: 'omit' },
    });
  });

  it('in time is given up', async () => {
    const app = start({ host: () => new Promise(() => undefined) });
    expect(code(await app.send(url, { timeout: 20 }))).toBe('timeout');
    expect(app.sent[0]?.init.signal?.aborted).toBe(true);
  });

  it('in time between two parts is given up', async () => {
    const stream = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(3)) });
    const app = start({ host: () => response(stream) });
    const answer = await app.send(url, { timeout: 30 });
    expect(answer).toMatchObject({ status: 200, more: true });
    expect(await app.services.read(1)).toMatchObject({ code: 'timeout' });
  });
});

describe('limits', () => {
  it('hold for requests at once: the others wait for their turn', async () => {
    const waiting: ((answer: Response) => void)[] = [];
    const app = start({ host: () => new Promise((resolve) => waiting.push(resolve)) });
    const answers = Array.from({ length: limits.at_once + 5 }, () => app.send(url));
    await vi.waitFor(() => expect(waiting).toHaveLength(limits.at_once));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(app.sent).toHaveLength(limits.at_once);
    while (waiting.length > 0 || app.sent.length < answers.length) {
      waiting.shift()?.(response('x'));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect((await Promise.all(answers)).every((one) => code(one) === 200)).toBe(true);
  });

  it('say of what there is too much: bytes that wait, and questions', async () => {
    const app = start({ reader: () => undefined });
    const body = () => new Uint8Array(50_000_000).buffer;
    const large = Array.from({ length: 3 }, () => app.send(url, { method: 'POST', body: body() }));
    expect(await large[2]).toMatchObject({
      code: 'too_many',
      message: expect.stringContaining('more than 128 MB together'),
    });
    const questions = Array.from({ length: limits.questions + 1 }, (_, host) =>
      app.send(`https://h${host}.example/`),
    );
    const refused = await Promise.race(questions);
    expect(refused).toMatchObject({
      code: 'too_many',
      message: expect.stringContaining(`More than ${limits.questions} hosts are waiting for the reader`),
    });
    app.disconnect();
    await Promise.all([...large, ...questions]);
  });

  it('hold for requests that wait', async () => {
    const app = start({ reader: () => undefined });
    const answers = Array.from({ length: limits.waiting + 1 }, () => app.send(url));
    expect(await answers.at(-1)).toMatchObject({ code: 'too_many' });
    app.disconnect();
    expect((await Promise.all(answers.slice(0, -1))).every((one) => code(one) === 'cancelled')).toBe(true);
  });

  it('hold for an answer’s size, and a slow app holds its host back', async () => {
    let made = 0;
    const chunk = new Uint8Array(1_000_000);
    const endless = new ReadableStream(
      {
        pull(controller) {
          made++;
          controller.enqueue(chunk.slice());
        },
      },
      { highWaterMark: 0 },
    );
    const app = start({ host: () => response(endless) });
    expect(await app.send(url)).toMatchObject({ more: true });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(made).toBeLessThan(20);
    for (;;) {
      const part = await app.services.read(1);
      if (part.kind === 'part') continue;
      expect(part.code).toBe('answer_too_large');
      break;
    }
    expect(app.broker.log.get()[0]).toMatchObject({ status: 'answer_too_large' });
  });

  it('hold for the log', async () => {
    const app = start();
    for (let round = 0; round < limits.log + 10; round++) await app.send(url);
    expect(app.broker.log.get()).toHaveLength(limits.log);
    expect(app.broker.log.get()[0]).toMatchObject({
      method: 'GET',
      host: 'api.example',
      status: 200,
      size: 5,
    });
  });
});

describe('a worker that is gone', () => {
  it('leaves no question and no request behind', async () => {
    const app = start({
      reader: ({ wants: [want] }) =>
        want && 'host' in want && want.host === 'a.example' ? 'app' : undefined,
      host: () => new Promise(() => undefined),
    });
    const answers = [app.send('https://a.example/'), app.send('https://b.example/')];
    await vi.waitFor(() => expect([app.sent.length, app.asked.length]).toEqual([1, 2]));
    app.disconnect();
    expect((await Promise.all(answers)).map(code)).toEqual(['cancelled', 'cancelled']);
    expect(app.permissions.state.get().question).toBeUndefined();
    expect(app.sent[0]?.init.signal?.aborted).toBe(true);
    expect(code(await app.send(url))).toBe('cancelled');
  });

  it('can give up one request', async () => {
    const app = start({ host: () => new Promise(() => undefined) });
    const answer = app.send(url);
    await vi.waitFor(() => expect(app.sent).toHaveLength(1));
    await app.services.cancel(1);
    expect(code(await answer)).toBe('cancelled');
  });
});

it('parts of a stream come as they are made', async () => {
  let push: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      push = controller;
    },
  });
  const app = start({ host: () => response(stream) });
  const first = app.send(url);
  await vi.waitFor(() => expect(app.sent).toHaveLength(1));
  push?.enqueue(new TextEncoder().encode('one'));
  expect(await first).toMatchObject({ more: true });
  const second = app.services.read(1);
  push?.enqueue(new TextEncoder().encode('two'));
  const part = await second;
  expect(part.kind === 'part' && text_of(part.body)).toBe('two');
  push?.close();
  expect(await app.services.read(1)).toMatchObject({ kind: 'part', more: false });
  expect(await app.services.read(1)).toMatchObject({ code: 'malformed' });
});
