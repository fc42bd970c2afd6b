import { expect, it } from 'vitest';
import type { SecretAnswer } from '../broker/sealed.ts';
import type { Identity } from './answer.ts';
import { forget_departure, is_signed_out, note_signed_out } from './keeping.ts';
import { identity_in, MOST_AGE, still_counts } from './kept_identity.ts';

const now = 1_800_000_000_000;

const secrets: Readonly<Record<string, string>> = {
  'auth.client_id': 'c',
  'auth.server_metadata_url': 'https://id.example/.well-known/openid-configuration',
};

const read =
  (changes: Readonly<Record<string, string>> = {}) =>
  async (name: string): Promise<SecretAnswer> => {
    const value = { ...secrets, ...changes }[name];
    return value === undefined ? { kind: 'missing' } : { kind: 'value', value };
  };

const kept_identity = async (text: string, secret: ReturnType<typeof read>) => {
  const found = identity_in(text);
  return found && still_counts(found, secret, now);
};

const kept = (changes: Partial<Identity> = {}): string =>
  JSON.stringify({
    issuer: 'https://id.example',
    client_id: 'c',
    claims: { sub: '1' },
    tokens: {},
    since: now - 1_000,
    ...changes,
  });

it('counts on the next visit', async () => {
  expect(await kept_identity(kept(), read())).toMatchObject({ claims: { sub: '1' } });
});

it.each([
  ['is too old', kept({ since: now - MOST_AGE - 1 }), {}],
  ['is of the future', kept({ since: now + 3_600_000 }), {}],
  ['is of another client', kept(), { 'auth.client_id': 'd' }],
  ['is of another provider', kept({ issuer: 'https://other.example' }), {}],
  ['is of a table that is gone', kept({ provider: 'google' }), {}],
  ['is damaged', '{', {}],
  ['is something else', '[]', {}],
])('does not count when it %s', async (_name, text, changes) => {
  expect(await kept_identity(text, read(changes))).toBeUndefined();
});

it('does not count when the secrets have no provider any more, or cannot be read', async () => {
  const answers = [{ kind: 'missing' }, { kind: 'locked' }, { kind: 'failed', message: 'No.' }] as const;
  for (const answer of answers) expect(await kept_identity(kept(), async () => answer)).toBeUndefined();
});

it('has the tokens alone that the secrets still let the app use', async () => {
  const both = kept({ tokens: { access: 'a', id: 'i' } });
  expect((await kept_identity(both, read()))?.tokens).toEqual({});
  expect((await kept_identity(both, read({ 'auth.expose_tokens': 'id' })))?.tokens).toEqual({ id: 'i' });
});

it('does not count when the reader signed out since, of this app alone', () => {
  const entries = new Map<string, string>();
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  } as unknown as Storage;
  note_signed_out('a', now, storage);
  expect(is_signed_out('a', now - 1, storage)).toBe(true);
  expect(is_signed_out('a', now + 1, storage)).toBe(false);
  expect(is_signed_out('b', now - 1, storage)).toBe(false);
});

it('is not asked for any more when the app is deleted, and another app’s question stays', () => {
  const entries = new Map([['tablit-sign-in', JSON.stringify({ app: 'a', state: 's', page: 'p' })]]);
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    removeItem: (key: string) => void entries.delete(key),
  } as unknown as Storage;
  expect(forget_departure('b', storage)).toBe(false);
  expect(entries.size).toBe(1);
  expect(forget_departure('a', storage)).toBe(true);
  expect(entries.size).toBe(0);
  expect(forget_departure('a', storage)).toBe(false);
});
