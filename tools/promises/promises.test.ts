import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { page, promises_page } from '../promises.ts';
import { root } from '../run.ts';
import { names_in, promise_tests, row_of } from './find.ts';
import { promises } from './rows.ts';

const made_up = (words: string) => `test('${'promise'}: ${words}', () => {});`;

it('finds names of tests in both languages', () => {
  expect(names_in(made_up('What is deleted is gone'))).toEqual(['What is deleted is gone']);
  expect(names_in(`    """${'promise'}: What is deleted is gone: here."""`)).toEqual([
    'What is deleted is gone: here',
  ]);
  expect(names_in(`def ${'test_promise'}_sql_parameters_are_bound(x):`)).toEqual([
    'sql parameters are bound',
  ]);
  expect(names_in("const promise: Promise<'a'> = x;")).toEqual([]);
});

it('knows the promise of a test by its first words', () => {
  expect(row_of('what is deleted is gone: an app')?.promise).toBe('What is deleted is gone');
  expect(row_of('What is deleted is gone')?.promise).toBe('What is deleted is gone');
  expect(row_of('What is deleted is gone mostly')).toBeUndefined();
});

it('writes a promise without a test as one', () => {
  expect(promises_page([]).match(/no test yet/g)).toHaveLength(promises.length);
});

it('finds a promise for each test that is named after one', async () => {
  const strays = (await promise_tests()).filter(({ name }) => row_of(name) === undefined);
  expect(
    strays,
    'Take the words of a promise in tools/promises/rows.ts, then a colon and what is tested.',
  ).toEqual([]);
});

/** `file`: words of a test's name; the words end at a semicolon or at the end of the cell. */
const named = /`((?:e2e|src)\/[^`]+\.(?:py|tsx?))`(?:: ([^;|]+))?/g;

it('finds every test that docs/security/seeds.md names', async () => {
  const text = await readFile(join(root, 'docs/security/seeds.md'), 'utf8');
  const missing: string[] = [];
  for (const [, file = '', words = ''] of text.matchAll(named)) {
    const source = await readFile(join(root, file), 'utf8').catch(() => '');
    if (source === '' || !source.includes(words.trim())) missing.push(`${file}: ${words}`);
  }
  for (const [, promise = ''] of text.matchAll(/promise: ([^;|\n]+)/g)) {
    if (promise.includes('](')) continue;
    if (!promises.some((row) => row.promise === promise.trim())) missing.push(promise);
  }
  expect(missing).toEqual([]);
});

it('is what docs/security/promises.md says', async () => {
  const text = promises_page(await promise_tests());
  expect(text, 'Run `node tools/promises.ts`.').toBe(await readFile(page, 'utf8'));
});
