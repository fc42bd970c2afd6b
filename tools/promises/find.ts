/** Finds the tests that are named after a promise. */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../run.ts';
import { type PromiseRow, promises } from './rows.ts';

export interface PromiseTest {
  /** From the root of the repository. */
  readonly file: string;
  /** Without `promise: `. */
  readonly name: string;
}

const files = [
  'src/**/*.test.{ts,tsx}',
  'e2e/**/*.{spec,test}.ts',
  'tools/**/*.test.ts',
  'src/worker/python/tests/test_*.py',
];

/** A string or a docstring that begins with the word and a colon. */
const pattern = /("""|['"`])promise: (.*?)\1/g;

/** Python has no spaces in names: `def test_promise_sql_parameters_are_bound`. */
const python_pattern = /\bdef test_promise_(\w+)\(/g;

export function names_in(source: string): string[] {
  const texts = [...source.matchAll(pattern)].map(([, , name = '']) => name.replace(/\\(.)/g, '$1'));
  const functions = [...source.matchAll(python_pattern)].map(([, name = '']) => name.replaceAll('_', ' '));
  return [...texts, ...functions].map((name) => name.replace(/\.$/, ''));
}

export async function promise_tests(): Promise<readonly PromiseTest[]> {
  const found: PromiseTest[] = [];
  for (const each of files) {
    for await (const file of glob(each, { cwd: root, exclude: (path) => path.includes('node_modules') })) {
      const names = names_in(await readFile(join(root, file), 'utf8'));
      found.push(...names.map((name) => ({ file: file.replaceAll('\\', '/'), name })));
    }
  }
  return found.sort((a, b) => a.file.localeCompare(b.file) || a.name.localeCompare(b.name));
}

/** The promise that a test holds; undefined when it is none of ours. */
export function row_of(name: string): PromiseRow | undefined {
  const words = name.toLowerCase();
  return promises.find(({ promise }) => {
    const start = promise.toLowerCase();
    return words === start || words.startsWith(`${start}:`) || words.startsWith(`${start},`);
  });
}
