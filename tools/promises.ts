/**
 * `node tools/promises.ts`: writes `docs/security/promises.md` from the names of tests. `--check` writes nothing and
 * fails when the page is not what would be written.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PromiseTest, promise_tests, row_of } from './promises/find.ts';
import { type PromiseRow, promises } from './promises/rows.ts';
import { root } from './run.ts';

export const page = join(root, 'docs/security/promises.md');

const head = `# What holds, and the test that says so

Written by \`node tools/promises.ts\` from the names of tests that begin with \`promise: \`. Do not edit: name a test after
its promise (\`tools/promises/rows.ts\`) and run it again. A promise without a test is marked.

`;

export function promises_page(tests: readonly PromiseTest[]): string {
  return (
    head +
    promises
      .map((row) =>
        section(
          row,
          tests.filter(({ name }) => row_of(name) === row),
        ),
      )
      .join('\n')
  );
}

function section({ promise, how }: PromiseRow, tests: readonly PromiseTest[]): string {
  const lines = tests.map(({ file, name }) => `- ${detail(name, promise)} (\`${file}\`)`);
  return [`## ${promise}`, '', how, '', ...(lines.length > 0 ? lines : ['- **no test yet**']), ''].join('\n');
}

function detail(name: string, promise: string): string {
  const rest = name.slice(promise.length + 1).trim();
  return rest === '' ? 'the promise itself' : rest;
}

if (import.meta.main) {
  const text = promises_page(await promise_tests());
  if (!process.argv.includes('--check')) await writeFile(page, text);
  else if (text !== (await readFile(page, 'utf8').catch(() => ''))) {
    console.error('docs/security/promises.md is not up to date: run `node tools/promises.ts`.');
    process.exitCode = 1;
  }
}
