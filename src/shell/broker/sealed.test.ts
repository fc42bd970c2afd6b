import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, utf8 } from './bytes.ts';
import { NetError } from './errors.ts';
import { create_needles, needle } from './needles.ts';
import { placeholder_pattern } from './placeholders.ts';
import { secrets_in } from './places_of_secrets.ts';
import { plan_request } from './policy.ts';
import { Redactor, redact_text } from './redactor.ts';
import { create_sealed } from './sealed.ts';
import { bytes_of, spellings_of } from './spellings_of.ts';

const key = 'sk-live/ä"&+=7f3c9a';
const plain_key = 'sk-live-7f3c9a1b2d';
const own = new URL('https://apps.example/');
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

function sealed_with(values: Readonly<Record<string, string>>) {
  return create_sealed({
    changes: () => 0,
    async read(name) {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
    },
  });
}

interface Draft {
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function fill(
  values: Readonly<Record<string, string>>,
  draft: (of: (name: string) => string) => Draft,
) {
  const sealed = sealed_with(values);
  const { url = 'https://api.example/', headers = {}, body } = draft((name) => sealed.placeholders.of(name));
  const plan = plan_request(
    {
      id: 1,
      method: body === undefined ? 'GET' : 'POST',
      url,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      redirect: 'follow',
      ...(body === undefined ? {} : { body: utf8(body).buffer }),
    },
    own,
  );
  const names = secrets_in(plan, sealed.placeholders);
  return { sealed, names, filled: await sealed.fill(plan, names) };
}

describe('a placeholder', () => {
  it('is random, of a form that can be told, and the same for the same name in one visit', () => {
    const { placeholders } = sealed_with({});
    expect(placeholders.of('K')).toMatch(new RegExp(`^${placeholder_pattern.source}$`));
    expect(placeholders.of('K')).toBe(placeholders.of('K'));
    expect(placeholders.of('K')).not.toBe(placeholders.of('L'));
    expect(placeholders.of('K')).not.toBe(sealed_with({}).placeholders.of('K'));
    expect(placeholders.of('K')).not.toContain(plain_key);
  });

  it('becomes the secret in a header', async () => {
    const { filled, names } = await fill({ K: plain_key }, (of) => ({
      headers: { Authorization: `Bearer ${of('K')}` },
    }));
    expect(names).toEqual(['K']);
    expect(filled.headers).toEqual([{ name: 'Authorization', value: `Bearer ${plain_key}` }]);
  });

  it('becomes the secret inside Basic credentials', async () => {
    const { filled } = await fill({ K: plain_key }, (of) => ({
      headers: { Authorization: `Basic ${btoa(`me:${of('K')}`)}` },
    }));
    expect(filled.headers[0]?.value).toBe(`Basic ${btoa(`me:${plain_key}`)}`);
  });

  it('becomes the secret in path and query, as an address spells it', async () => {
    const { filled } = await fill({ K: key }, (of) => ({
      url: `https://api.example/bot${of('K')}/send?key=${of('K')}&n=1`,
    }));
    const url = new URL(filled.url);
    expect(url.host).toBe('api.example');
    expect(decodeURIComponent(url.pathname)).toBe(`/bot${key}/send`);
    expect(url.searchParams.get('key')).toBe(key);
  });

  it.each([
    ['application/json', (of: string) => JSON.stringify({ key: of }), (body: string) => JSON.parse(body).key],
    [
      'application/x-www-form-urlencoded',
      (of: string) => `key=${of}&n=1`,
      (body: string) => new URLSearchParams(body).get('key'),
    ],
    ['text/plain', (of: string) => `key: ${of}!`, (body: string) => body.slice(5, -1)],
    [
      'application/x-www-form-urlencoded',
      (of: string) => JSON.stringify({ key: of }),
      (body: string) => JSON.parse(body).key,
    ],
    ['', (of: string) => JSON.stringify([of]), (body: string) => JSON.parse(body)[0]],
    ['text/plain', (of: string) => ` {"a": {"key": "${of}"}}\n`, (body: string) => JSON.parse(body).a.key],
    [
      'application/x-ndjson',
      (of: string) => `{"index": {}}\n{"key": "${of}"}\n`,
      (body: string) => JSON.parse(body.split('\n')[1] ?? '').key,
    ],
    [
      'application/x-www-form-urlencoded',
      (of: string) => `{"index": {}}\n{"key": "${of}"}\n`,
      (body: string) => JSON.parse(body.split('\n')[1] ?? '').key,
    ],
    [
      'text/xml; charset=utf-8',
      (of: string) => `<a k="${of}"/>`,
      (body: string) => body.slice(6, -3).replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ],
    ['application/octet-stream', (of: string) => `{not JSON ${of}}`, (body: string) => body.slice(10, -1)],
  ])('becomes the secret in a body of %s', async (type, body, read) => {
    const { filled } = await fill({ K: key }, (of) => ({
      headers: { 'Content-Type': type },
      body: body(of('K')),
    }));
    expect(read(text(filled.body))).toBe(key);
  });

  it('becomes the secret in a body of Latin-1, where its letters are there', async () => {
    const headers = { 'Content-Type': 'text/plain; charset=ISO-8859-1' };
    const { filled } = await fill({ K: key }, (of) => ({ headers, body: `key: ${of('K')}` }));
    expect(Buffer.from(filled.body ?? []).toString('latin1')).toBe(`key: ${key}`);
    const other = await fill({ K: 'Ключ-доступа' }, (of) => ({ headers, body: of('K') })).catch(
      (reason: unknown) => reason,
    );
    expect(other).toMatchObject({ code: 'secret_unfit' });
    const json = { 'Content-Type': 'application/json; charset=latin1' };
    const text_in = await fill({ K: 'Ключ-доступа' }, (of) => ({ headers: json, body: `["${of('K')}"]` }));
    expect(JSON.parse(Buffer.from(text_in.filled.body ?? []).toString('latin1'))).toEqual(['Ключ-доступа']);
  });

  it('keeps its slashes in a path, as a script would have written it, and leads to no other place of the host', async () => {
    const hook = await fill({ K: 'T0/B0?x#y/Zq8rT5' }, (of) => ({
      url: `https://api.example/services/${of('K')}/send?to=${of('K')}`,
    }));
    expect(hook.filled.url).toBe(
      'https://api.example/services/T0/B0%3Fx%23y/Zq8rT5/send?to=T0%2FB0%3Fx%23y%2FZq8rT5',
    );
    const climbing = await fill({ K: '../../admin/key' }, (of) => ({
      url: `https://api.example/a/b/${of('K')}`,
    }));
    expect(new URL(climbing.filled.url).pathname).toBe('/a/b/..%2F..%2Fadmin%2Fkey');
  });

  it('stands for several secrets at once', async () => {
    const { names, filled } = await fill({ A: plain_key, 'db.password': `${plain_key}2` }, (of) => ({
      body: `${of('A')} ${of('db.password')} ${of('A')}`,
    }));
    expect(names).toEqual(['A', 'db.password']);
    expect(text(filled.body)).toBe(`${plain_key} ${plain_key}2 ${plain_key}`);
  });

  it.each([
    [
      'of an earlier visit',
      () => ({ url: `https://api.example/?k=TABLIT_SEALED_${'0'.repeat(32)}` }),
      'secret_unknown',
    ],
    [
      'in a host’s name',
      (of: (name: string) => string) => ({ url: `https://${of('K')}.example/` }),
      'secret_unfit',
    ],
    [
      'of a secret that is not there',
      (of: (name: string) => string) => ({ body: of('other') }),
      'secret_missing',
    ],
    [
      'of a secret that is too short',
      (of: (name: string) => string) => ({ body: of('short') }),
      'secret_unfit',
    ],
    [
      'of a secret that no header holds',
      (of: (name: string) => string) => ({ headers: { X: of('K') } }),
      'secret_unfit',
    ],
  ])('%s is refused, and the error holds no secret', async (_what, draft, code) => {
    const error = await fill({ K: key, short: 'abc' }, draft).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NetError);
    expect((error as NetError).code).toBe(code);
    expect(JSON.stringify((error as NetError).to_fault())).not.toContain('sk-live');
  });
});

describe('an answer', () => {
  const needles = create_needles(bytes_of(key).map((bytes) => needle(bytes, '[K]')));

  it('has a placeholder wherever a host quotes the secret', () => {
    const quotes = [
      key,
      JSON.stringify({ args: { key } }),
      JSON.stringify({ key }).replaceAll('ä', '\\u00e4'),
      `https://x/?k=${encodeURIComponent(key)}`,
      new URLSearchParams({ key }).toString(),
      `<b>${key.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</b>`,
      Buffer.from(key).toString('hex'),
      Buffer.from(`me:${key}`).toString('base64'),
      Buffer.from(`user:${key}:x`).toString('base64url'),
      Buffer.from(`a${key}`).toString('base64'),
    ];
    for (const quote of quotes) {
      const shown = redact_text(needles, `before ${quote} after`);
      expect(shown).toContain('[K]');
      expect(shown).toMatch(/^before .* after$/s);
      for (const spelling of spellings_of(key)) expect(shown).not.toContain(spelling);
    }
  });

  it('stays as it is when there is no secret in it', () => {
    expect(redact_text(needles, 'sk-live/ä"&+=7f3c9')).toBe('sk-live/ä"&+=7f3c9');
    expect(redact_text(needles, '')).toBe('');
  });

  it('has nothing left between secrets that overlap', () => {
    const periodic = create_needles([needle(utf8('abcabcabc'), '*')]);
    expect(redact_text(periodic, 'xabcabcabcabcabcy')).toBe('x*y');
  });

  it('is the same however it is cut into parts', () => {
    const two = create_needles([needle(utf8('secret-one'), '<1>'), needle(utf8('one-secret-two'), '<2>')]);
    const pieces = fc.array(
      fc.constantFrom('secret-one', 'one-secret-two', 'secret-', 'one', '-two', ' ', 'ä'),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(pieces, fc.array(fc.nat(40), { maxLength: 8 }), (words, cuts) => {
        const bytes = utf8(words.join(''));
        const redactor = new Redactor(() => two);
        const places = [...new Set(cuts.filter((cut) => cut < bytes.length))].sort((a, b) => a - b);
        const parts = [...places, bytes.length].map((end, index) => bytes.slice(places[index - 1] ?? 0, end));
        const shown = parts.map((part, index) => redactor.push(part, index === parts.length - 1));
        expect(text(concat(shown))).toBe(redact_text(two, text(bytes)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('holds back as much of one part as of another, whatever is in it', () => {
    const held = (part: string) =>
      part.length - text(new Redactor(() => needles).push(utf8(part), false)).length;
    const part = 'x'.repeat(500);
    expect(held(`${part.slice(0, -4)}sk-l`)).toBe(held(part));
  });

  it('promise: A key can be used by an app without being known by it: an answer is looked through in a time that does not tell how much fits', () => {
    const secret = create_needles([needle(utf8('Zq8rT5vW2yB9nM4kXc'), '*')]);
    const size = 2_000_000;
    const filled = (piece: string) => utf8(piece.repeat(Math.ceil(size / piece.length)).slice(0, size));
    const candidates = [filled('a'), filled('Z'), filled('Zq8rT5vW2yB9'), filled('Zq8rT5vW2yB9nM4kX')];
    const time = (bytes: Uint8Array<ArrayBuffer>) => {
      const start = performance.now();
      secret.find(bytes, bytes.length);
      return performance.now() - start;
    };
    const best = candidates.map(() => Number.POSITIVE_INFINITY);
    // Taking turns, as a busy machine is busy for all of them.
    for (let round = 0; round < 15; round++) {
      candidates.forEach((bytes, index) => {
        best[index] = Math.min(best[index] as number, time(bytes));
      });
    }
    // A search that stops at the first difference takes several times as long for the second and third.
    for (const one of best.slice(0, 3)) expect(one / (best[0] as number)).toBeLessThan(2);
  });
});

it('learns what to take out only from what was put in', async () => {
  const { sealed } = await fill({ K: plain_key }, () => ({ body: 'nothing' }));
  expect(sealed.needles()).toBeUndefined();
  const filled = await fill({ K: plain_key, L: `${plain_key}-L` }, (of) => ({ body: of('K') }));
  const found = filled.sealed.needles();
  expect(found && redact_text(found, plain_key)).toBe(filled.sealed.placeholders.of('K'));
});
