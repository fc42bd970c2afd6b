import { expect, it } from 'vitest';
import { may_have_vault } from './presence.ts';

const factory = (databases: () => Promise<{ name: string }[]>) => ({ databases }) as unknown as IDBFactory;

it.each([
  ['a vault', async () => [{ name: 'tablit-pages' }, { name: 'tablit-vault' }], true],
  ['other databases', async () => [{ name: 'tablit-pages' }], false],
  ['a browser that keeps nothing', () => Promise.reject(new DOMException('', 'SecurityError')), false],
  ['a browser that fails', () => Promise.reject(new DOMException('', 'UnknownError')), true],
])('tells by the list of databases: %s', async (_name, databases, expected) => {
  expect(await may_have_vault(factory(databases))).toBe(expected);
});

it('looks where a browser has no list, and not where it has no databases', async () => {
  expect(await may_have_vault({} as IDBFactory)).toBe(true);
  expect(await may_have_vault(undefined)).toBe(false);
});
