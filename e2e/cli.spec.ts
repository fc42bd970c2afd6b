/** The `tablit` command as a person uses it, against the built bundle. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';

const bundle = fileURLToPath(new URL('../dist/cli/tablit.mjs', import.meta.url));

let folder = '';
const running: ChildProcess[] = [];

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tablit-'));
});
test.afterEach(async () => {
  for (const child of running.splice(0)) child.kill();
  await rm(folder, { recursive: true, force: true });
});

function run(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bundle, ...args], { timeout: 30_000 }, (error, out, complaints) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: out + complaints });
    });
  });
}

/** Starts a command that serves, and resolves with the first address that it or its server prints. */
function serve(program: string, args: readonly string[], cwd: string): Promise<string> {
  const child = spawn(program, args, { cwd });
  running.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer) => {
      said += text;
      const [url] = /http:\/\/[\w.:]+\/?/.exec(said) ?? [];
      if (url) resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', () => reject(new Error(said)));
  });
}

const app = (text: string) => `import streamlit as st\nst.text("${text}")\n`;

test('`run` shows a script and runs it again when it is saved, without a reload', async ({ page }) => {
  const script = join(folder, 'app.py');
  await writeFile(script, app('first'));
  await page.goto(await serve(process.execPath, [bundle, 'run', script, '--port', '0'], folder));
  await expect(page.getByTestId('stText')).toHaveText('first', { timeout: 20_000 });
  await page.evaluate(() => Object.assign(globalThis, { still_here: true }));
  await writeFile(script, app('second'));
  await expect(page.getByTestId('stText')).toHaveText('second');
  expect(await page.evaluate(() => (globalThis as { still_here?: boolean }).still_here)).toBe(true);
});

test('`build` writes a folder that any server can serve under any path', async ({ page }) => {
  await writeFile(join(folder, 'app.py'), app('built'));
  const { code } = await run('build', join(folder, 'app.py'), '--out', join(folder, 'www/a/b'));
  expect(code).toBe(0);
  const server = ['-u', '-m', 'http.server', '0', '--bind', '127.0.0.1', '--directory', join(folder, 'www')];
  const url = await serve('python3', server, folder);
  await page.goto(new URL('a/b/', url.endsWith('/') ? url : `${url}/`).href);
  await expect(page.getByTestId('stText')).toHaveText('built', { timeout: 20_000 });
});

test('secrets are left out of a build, and that is said', async () => {
  await writeFile(join(folder, 'app.py'), app('x'));
  await run('init', folder);
  const { mkdir } = await import('node:fs/promises');
  await mkdir(join(folder, '.streamlit'));
  await writeFile(join(folder, '.streamlit/secrets.toml'), 'K = "do-not-travel"');
  const { code, said } = await run('build', folder, '--out', join(folder, 'out'));
  expect(code).toBe(0);
  expect(said).toContain('Left out: .streamlit/secrets.toml');
});

test('each fault has its words and its exit code', async () => {
  await writeFile(join(folder, 'notes.txt'), '');
  const faults: readonly (readonly [string[], number, string])[] = [
    [['run', join(folder, 'none.py')], 3, 'There is no'],
    [['run', join(folder, 'notes.txt')], 3, 'not a Python script'],
    [['build', folder, '--out', join(folder, 'out')], 3, ''],
    [['build', folder], 2, '--out'],
    [['frob'], 2, 'no command frob'],
    [['run', folder, '--port', 'x'], 2, 'no port'],
  ];
  for (const [args, code, words] of faults) {
    const found = await run(...args);
    expect([args[0], found.code]).toEqual([args[0], code]);
    expect(found.said).toContain(words);
  }
  await writeFile(join(folder, 'app.py'), app('x'));
  const file = await run('build', join(folder, 'app.py'), '--out', join(folder, 'notes.txt'));
  expect(file.code).toBe(4);
  const taken = await serve(process.execPath, [bundle, 'run', join(folder, 'app.py'), '--port', '0'], folder);
  const port = new URL(taken).port;
  const second = await run('run', join(folder, 'app.py'), '--port', port);
  expect(second.code).toBe(4);
  expect(second.said).toContain(`Port ${port} is taken`);
});
