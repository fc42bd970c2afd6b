/** The `tablit` command as a person uses it, against the built bundle. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { other_engine_folder } from '../tools/engine/other_engine.ts';
import { expect, test } from './fixtures/test.ts';

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
    execFile(process.execPath, [bundle, ...args], { timeout: 120_000 }, (error, out, complaints) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: out + complaints });
    });
  });
}

/** Starts a command that serves, and resolves with the first address that it or its server prints. */
function serve(
  program: string,
  args: readonly string[],
  cwd: string,
  heard: (said: string) => void = () => undefined,
): Promise<string> {
  const child = spawn(program, args, { cwd });
  running.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer) => {
      said += text;
      heard(said);
      const [url] = /http:\/\/[\w.:]+\/?/.exec(said) ?? [];
      if (url) resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', () => reject(new Error(said)));
  });
}

const app = (text: string) => `import streamlit as st\nst.text("${text}")\n`;

test('`run` shows a script and runs it again when it is saved, without a reload', async ({
  page,
  complaints,
}) => {
  const script = join(folder, 'app.py');
  await writeFile(script, app('first'));
  await page.goto(await serve(process.execPath, [bundle, 'run', script, '--port', '0'], folder));
  await expect(page.getByTestId('stText')).toHaveText('first', { timeout: 20_000 });
  await page.evaluate(() => Object.assign(globalThis, { still_here: true }));
  await writeFile(script, app('second'));
  await expect(page.getByTestId('stText')).toHaveText('second');
  // As many editors save: another file that takes the place of the first, again and again.
  for (const text of ['third', 'fourth']) {
    await writeFile(`${script}.new`, app(text));
    await rename(`${script}.new`, script);
    await expect(page.getByTestId('stText')).toHaveText(text);
  }
  expect(await page.evaluate(() => (globalThis as { still_here?: boolean }).still_here)).toBe(true);
  expect(complaints).toEqual([]);
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

test('`run` is embedded in a page of another port, and follows what is saved', async ({ page }) => {
  const script = join(folder, 'app.py');
  await writeFile(script, app('first'));
  const url = await serve(process.execPath, [bundle, 'run', script, '--port', '0'], folder);
  const host = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(
      `<!doctype html><script type="module" src="${url}embed.js"></script><tablit-app></tablit-app>`,
    );
  }).listen(0, '127.0.0.1');
  await once(host, 'listening');
  await page.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
  const text = page.frameLocator('tablit-app iframe').getByTestId('stText');
  await expect(text).toHaveText('first', { timeout: 20_000 });
  await writeFile(script, app('second'));
  await expect(text).toHaveText('second');
  host.closeAllConnections();
  host.close();
});

test('`run` takes a folder: a saved module counts, and a syntax error leaves what is there', async ({
  page,
}) => {
  await writeFile(join(folder, 'app.py'), 'import streamlit as st\nimport words\nst.text(words.hello)\n');
  await writeFile(join(folder, 'words.py'), 'hello = "one"\n');
  await page.goto(await serve(process.execPath, [bundle, 'run', folder, '--port', '0'], folder));
  await expect(page.getByTestId('stText')).toHaveText('one', { timeout: 20_000 });
  await writeFile(join(folder, 'words.py'), 'hello = "two"\n');
  await expect(page.getByTestId('stText')).toHaveText('two');
  await writeFile(join(folder, 'app.py'), 'import streamlit as st\nst.text(\n');
  await expect(page.getByRole('dialog')).toContainText('SyntaxError');
  await expect(page.getByTestId('stText')).toHaveText('two');
  await writeFile(join(folder, 'app.py'), app('whole again'));
  await expect(page.getByTestId('stText')).toHaveText('whole again');
});

test('`run` takes a script with the module and the data that it uses, and nothing else', async ({ page }) => {
  await writeFile(join(folder, 'app.py'), 'import streamlit as st\nimport words\nst.text(words.hello())\n');
  await writeFile(join(folder, 'words.py'), 'def hello():\n    return open("hello.txt").read()\n');
  await writeFile(join(folder, 'hello.txt'), 'read by a module');
  await writeFile(join(folder, 'private.txt'), 'not used');
  const url = await serve(process.execPath, [bundle, 'run', join(folder, 'app.py'), '--port', '0'], folder);
  await page.goto(url);
  await expect(page.getByTestId('stText')).toHaveText('read by a module', { timeout: 20_000 });
  expect((await page.request.get(new URL('live/file/private.txt', url).href)).status()).toBe(404);
  await writeFile(join(folder, 'hello.txt'), 'saved anew');
  await expect(page.getByTestId('stText')).toHaveText('saved anew');
});

test('`run` starts the script of a folder that is named by --entry', async ({ page }) => {
  await mkdir(join(folder, 'reports'));
  await writeFile(join(folder, 'app.py'), app('usual'));
  await writeFile(join(folder, 'reports/week.py'), app('named'));
  const named = ['run', folder, '--entry', 'reports/week.py', '--port', '0'];
  await page.goto(await serve(process.execPath, [bundle, ...named], folder));
  await expect(page.getByTestId('stText')).toHaveText('named', { timeout: 20_000 });
});

test('`run` hands the secrets of the folder to its page, and follows them', async ({ page }) => {
  const secrets = join(folder, '.streamlit/secrets.toml');
  await mkdir(join(folder, '.streamlit'));
  await writeFile(secrets, 'word = "hidden"\n');
  await writeFile(join(folder, 'app.py'), 'import streamlit as st\nst.text(st.secrets["word"])\n');
  await page.goto(await serve(process.execPath, [bundle, 'run', folder, '--port', '0'], folder));
  await expect(page.getByTestId('stText')).toHaveText('hidden', { timeout: 20_000 });
  await writeFile(secrets, 'word = "saved anew"\n');
  await expect(page.getByTestId('stText')).toHaveText('saved anew');
});

test('`run` that is started anew, and a configuration that is saved, are taken over by the open page', async ({
  page,
}) => {
  await mkdir(join(folder, '.streamlit'));
  await writeFile(join(folder, 'app.py'), app('first'));
  const first = await serve(process.execPath, [bundle, 'run', folder, '--port', '0'], folder);
  const { port } = new URL(first);
  await page.goto(first);
  await expect(page.getByTestId('stText')).toHaveText('first', { timeout: 20_000 });
  await expect(page.locator('body')).not.toHaveCSS('color-scheme', 'dark');
  await writeFile(join(folder, '.streamlit/config.toml'), '[theme]\nbase = "dark"\n');
  await expect(page.locator('body')).toHaveCSS('color-scheme', 'dark', { timeout: 20_000 });
  await expect(page.getByTestId('stText')).toBeVisible();
  const [command] = running.splice(0);
  await new Promise((resolve) => command?.once('exit', resolve).kill());
  await writeFile(join(folder, 'app.py'), app('while nobody looked'));
  await serve(process.execPath, [bundle, 'run', folder, '--port', port], folder);
  await expect(page.getByTestId('stText')).toHaveText('while nobody looked', { timeout: 30_000 });
});

test('an app that cannot be packed leaves the site that is there as it is', async () => {
  const source = join(folder, 'source');
  const out = join(folder, 'site');
  await mkdir(source);
  await writeFile(join(source, 'app.py'), app('good'));
  expect((await run('build', source, '--out', out)).code).toBe(0);
  const before = (await readdir(out)).sort();
  const page = await readFile(join(out, 'index.html'), 'utf8');
  await writeFile(join(source, 'zeros.bin'), new Uint8Array(30 * 2 ** 20));
  const { code, said } = await run('build', source, '--out', out);
  expect(code).toBe(3);
  expect(said).toContain('unpacks to more than');
  expect(said).not.toContain('at ');
  expect((await readdir(out)).sort()).toEqual(before);
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe(page);
});

test('a build into the folder of the app replaces the one before and is no part of it', async () => {
  const out = join(folder, 'site');
  const apps = async () => (await readdir(out)).filter((name) => name.endsWith('.tablit'));
  await writeFile(join(folder, 'app.py'), app('one'));
  await run('build', folder, '--out', out);
  const first = await apps();
  await run('build', folder, '--out', out);
  expect(await apps()).toEqual(first);
  await writeFile(join(folder, 'app.py'), app('two'));
  await run('build', folder, '--out', out);
  expect(await apps()).toHaveLength(1);
  expect(await apps()).not.toEqual(first);
  expect((await run('build', folder, '--out', folder)).code).toBe(4);
});

test('what was written into the folder of the app is no part of the next, by any of the commands', async () => {
  const script = join(folder, 'app.py');
  await writeFile(script, app('one'));
  const link = async () => (await run('share', folder, '--host', 'https://page.example/')).said.length;
  const plain = await link();
  const out = join(folder, 'app.html');
  await run('html', folder, '--out', out);
  const { size } = await stat(out);
  await run('build', script, '--out', folder);
  await run('build', folder, '--out', join(folder, 'site'));
  for (const name of ['app.html', 'other.html']) {
    const { code, said } = await run('html', folder, '--out', join(folder, name));
    expect(code).toBe(0);
    expect(said).toContain('Left out, as Tablit wrote it: ');
    expect(Math.abs((await stat(join(folder, name))).size - size)).toBeLessThan(1000);
  }
  expect(await link()).toBeLessThan(plain + 250);
});

test('a build overwrites nothing that no build wrote, and goes over its own', async () => {
  const out = join(folder, 'www');
  await writeFile(join(folder, 'app.py'), app('one'));
  await mkdir(join(out, 'packages'), { recursive: true });
  const mine = {
    _headers: '/*\n  X-Mine: 1\n',
    'icon.svg': '<svg>',
    'sw.js': '',
    'manifest.webmanifest': '{}',
  };
  for (const [name, text] of Object.entries(mine)) await writeFile(join(out, name), text);
  const refused = await run('build', join(folder, 'app.py'), '--out', out);
  expect(refused.code).toBe(4);
  expect(refused.said).toContain('_headers, icon.svg, manifest.webmanifest, sw.js');
  expect((await readdir(out)).sort()).toEqual([...Object.keys(mine), 'packages'].sort());
  for (const [name, text] of Object.entries(mine)) expect(await readFile(join(out, name), 'utf8')).toBe(text);
  for (const name of Object.keys(mine)) await rm(join(out, name));
  await writeFile(join(out, 'CNAME'), 'page.example');
  for (let time = 0; time < 2; time++) {
    expect(await run('build', join(folder, 'app.py'), '--out', out)).toMatchObject({ code: 0 });
  }
  expect(await readdir(out)).toContain('CNAME');
  await writeFile(join(out, '_headers'), mine._headers);
  const changed = await run('build', join(folder, 'app.py'), '--out', out);
  expect([changed.code, changed.said]).toEqual([4, expect.stringContaining('_headers (changed since')]);
});

test('a key in an app is pointed out, and asked about before there is a link', async () => {
  const key = `sk-${'a1B2'.repeat(8)}`;
  await writeFile(join(folder, 'app.py'), `key = "${key}"\n`);
  const built = await run('build', folder, '--out', join(folder, 'out'));
  expect(built.code).toBe(0);
  expect(built.said).toContain('app.py, line 1');
  expect(built.said).not.toContain(key);
  const args = ['share', join(folder, 'app.py'), '--host', 'https://page.example/'];
  const refused = await run(...args);
  expect([refused.code, refused.said.includes('#app=')]).toEqual([3, false]);
  expect((await run(...args, '--yes')).said).toContain('https://page.example/#app=');
});

test('a slip in config.toml is said with its place', async () => {
  await mkdir(join(folder, '.streamlit'));
  await writeFile(join(folder, 'app.py'), app('x'));
  await writeFile(join(folder, '.streamlit/config.toml'), '[theme]\nbase = dark\n');
  const { code, said } = await run('build', folder, '--out', join(folder, 'out'));
  expect(code).toBe(3);
  expect(said).toContain('.streamlit/config.toml, line 2, column 8');
});

test('secrets are left out of a build, and that is said', async () => {
  await writeFile(join(folder, 'app.py'), app('x'));
  await run('init', folder);
  await mkdir(join(folder, '.streamlit'));
  await writeFile(join(folder, '.streamlit/secrets.toml'), 'K = "do-not-travel"');
  const { code, said } = await run('build', folder, '--out', join(folder, 'out'));
  expect(code).toBe(0);
  expect(said).toContain('Refused: .streamlit/secrets.toml (a file of secrets)');
  const html = await run('html', folder, '--out', join(folder, 'app.html'));
  expect(html.said).toContain('Refused: .streamlit/secrets.toml');
  const shared = await run('share', folder, '--host', 'https://page.example/');
  expect(shared.said).toContain('Refused: .streamlit/secrets.toml');
  expect(shared.said).toContain('Left out, as Tablit wrote it: app.html, out/');
  expect(shared.said).toContain('Left out, as no part of an app: .gitignore');
  for (const place of ['out/index.html', 'app.html']) {
    expect(await readFile(join(folder, place), 'utf8')).not.toContain('do-not-travel');
  }
});

test('`run` says what it keeps back, but not of the secrets that it hands to its page', async () => {
  await writeFile(join(folder, 'app.py'), app('x'));
  await mkdir(join(folder, '.streamlit'));
  await writeFile(join(folder, '.streamlit/secrets.toml'), 'K = "v"');
  await writeFile(join(folder, '.env'), 'K=v');
  await mkdir(join(folder, '__pycache__'));
  let said = '';
  await serve(process.execPath, [bundle, 'run', folder, '--port', '0'], folder, (text) => {
    said = text;
  });
  expect(said).toContain('Refused: .env (a file of environment secrets). The app in the page cannot read');
  expect(said).toContain('Left out, as no part of an app: __pycache__/');
  expect(said).not.toContain('secrets.toml (a file of secrets)');
});

test.describe('--prerender', () => {
  const faults: [string, string][] = [
    ['st.text(st.secrets["word"])', 'StreamlitSecretNotFoundError'],
    ['import js\nassert not hasattr(js.process.env, "PATH")\n1 / 0', 'ZeroDivisionError'],
    ['import urllib.request\nurllib.request.urlopen("https://example.org")', 'There is no network here'],
    ['st.text(', 'SyntaxError'],
  ];
  for (const [line, words] of faults) {
    test(`runs the script with nothing of its author’s, and writes nothing when it fails: ${words}`, async () => {
      const out = join(folder, 'site');
      await mkdir(join(folder, '.streamlit'));
      await writeFile(join(folder, '.streamlit/secrets.toml'), 'word = "hidden"\n');
      await writeFile(join(folder, 'app.py'), `import streamlit as st\n${line}\n`);
      const { code, said } = await run('build', folder, '--out', out, '--prerender');
      expect([code, said]).toEqual([3, expect.stringContaining(words)]);
      expect(said).toContain('no secrets, no network and nobody signed in');
      expect(said).not.toContain('hidden');
      expect(await readdir(folder)).not.toContain('site');
    });
  }

  test('ships what is there when the script has come to its end, reruns and st.stop included', async () => {
    const out = join(folder, 'site');
    const source =
      'import streamlit as st\nif "n" not in st.session_state:\n    st.session_state.n = 1\n    st.rerun()\nst.text(f"shown {st.session_state.n}")\nst.stop()\n';
    await writeFile(join(folder, 'app.py'), source);
    expect((await run('build', folder, '--out', out, '--prerender')).code).toBe(0);
    expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('shown 1');
    expect((await run('run', folder, '--prerender')).code).toBe(2);
  });
});

test('each fault has its words and its exit code', async () => {
  await writeFile(join(folder, 'notes.txt'), '');
  const faults: readonly (readonly [string[], number, string])[] = [
    [['run', join(folder, 'none.py')], 3, 'There is no'],
    [['run', join(folder, 'notes.txt')], 3, 'not a Python script'],
    [['build', folder, '--out', join(folder, 'out')], 3, '--entry'],
    [['build', folder], 2, '--out'],
    [['frob'], 2, 'no command frob'],
    [['run', folder, '--port', 'x'], 2, 'no port'],
    [['run'], 2, 'Name the app'],
    [['run', folder, '--out', 'x'], 2, 'takes no --out'],
    [['run', folder, '--frob'], 2, '--frob'],
    [['build', folder, '--out', ''], 2, '--out'],
    [['gallery', folder], 2, 'takes no path'],
    [['init', join(folder, 'none')], 3, 'There is no'],
    [['rnu', folder], 2, 'Did you mean `tablit run`?'],
    [['run', folder, '--prot', '3'], 2, 'Did you mean --port?'],
  ];
  for (const [args, code, words] of faults) {
    const found = await run(...args);
    expect([args[0], found.code]).toEqual([args[0], code]);
    expect(found.said).toContain(words);
  }
  await writeFile(join(folder, 'app.py'), app('x'));
  const script = join(folder, 'app.py');
  const later: readonly (readonly [string[], number, string])[] = [
    [['build', script, '--out', join(folder, 'notes.txt')], 4, 'ENOTDIR'],
    [['build', script, '--out', '/proc/no/such'], 4, 'Nothing can be written'],
    [['html', script, '--out', join(folder, 'none/x.html')], 4, 'there is no such folder'],
    [['html', script, '--out', join(folder, 'none/')], 4, 'is a folder'],
    [['html', script, '--out', folder], 4, 'is a folder'],
    [['html', script, '--out', script], 4, 'Tablit did not write it'],
    [['share', script], 2, '--host'],
    [['share', script, '--host', 'no address'], 2, 'not the address of a page'],
    [['run', script, '--engine', folder], 3, 'has no pyodide.mjs'],
  ];
  for (const [args, code, words] of later) {
    const found = await run(...args);
    expect([args.join(' '), found.code]).toEqual([args.join(' '), code]);
    expect(found.said).toContain(words);
  }
  const taken = await serve(process.execPath, [bundle, 'run', join(folder, 'app.py'), '--port', '0'], folder);
  const port = new URL(taken).port;
  const second = await run('run', join(folder, 'app.py'), '--port', port);
  expect(second.code).toBe(4);
  expect(second.said).toContain(`Port ${port} is taken`);
});

test('a place that is closed is said before any work is done', async () => {
  // Who may do everything meets no closed door: the command runs without that right.
  const plain =
    process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-dac_override,-dac_read_search'] : [];
  const attempt = (...args: string[]): Promise<{ code: unknown; said: string }> =>
    new Promise((resolve) => {
      const [program = '', ...rest] = [...plain, process.execPath, bundle, ...args];
      execFile(program, rest, (error, out, complaints) =>
        resolve({ code: error?.code ?? 0, said: out + complaints }),
      );
    });
  await mkdir(join(folder, 'closed'));
  await mkdir(join(folder, 'my/pages'), { recursive: true });
  await writeFile(join(folder, 'my/app.py'), app('x'));
  await chmod(join(folder, 'closed'), 0o555);
  await chmod(join(folder, 'my/pages'), 0);
  for (const path of ['my', 'my/app.py']) {
    const { code, said } = await attempt('build', join(folder, path), '--out', join(tmpdir(), 'never'));
    expect([code, said]).toEqual([3, expect.stringContaining('pages/ cannot be read: EACCES')]);
  }
  await chmod(join(folder, 'my/pages'), 0o755);
  // Asks the package index, which takes its time: what is wrong with the place comes first.
  await writeFile(join(folder, 'my/requirements.txt'), 'no-such-package-there-is\n');
  for (const args of [
    ['build', join(folder, 'my'), '--out', join(folder, 'closed/site')],
    ['html', join(folder, 'my'), '--out', join(folder, 'closed/app.html')],
  ]) {
    const { code, said } = await attempt(...args);
    expect([code, said]).toEqual([4, expect.stringContaining('you may not write there (EACCES)')]);
    expect(said).not.toContain('Packages:');
  }
});

test.describe('packages', () => {
  // pip asks an index, and the other engine is 77 MB the first time.
  test.describe.configure({ timeout: 240_000 });

  test('of Python alone and with compiled parts run from a built folder', async ({ page }) => {
    const header = '# /// script\n# dependencies = ["requests", "msgspec"]\n# ///\n';
    const code =
      'import msgspec, requests\nst.text(f"{requests.__name__} {msgspec.json.encode([1]).decode()}")\n';
    await writeFile(join(folder, 'app.py'), `${header}import streamlit as st\n${code}`);
    const built = await run('build', join(folder, 'app.py'), '--out', join(folder, 'out'));
    expect(built.said).toMatch(/msgspec [\d.]+ {2}[\d.]+ MB/);
    expect(built.code).toBe(0);
    const server = [
      '-u',
      '-m',
      'http.server',
      '0',
      '--bind',
      '127.0.0.1',
      '--directory',
      join(folder, 'out'),
    ];
    await page.goto(await serve('python3', server, folder));
    await expect(page.getByTestId('stText')).toHaveText('requests [1]', { timeout: 60_000 });
  });

  test('that are not at hand come from the address of the engine, and only as they were named', async ({
    page,
  }) => {
    const header = '# /// script\n# dependencies = ["msgspec"]\n# ///\n';
    const code = 'import streamlit as st\nimport msgspec\nst.text(msgspec.json.encode([2]).decode())\n';
    await writeFile(join(folder, 'app.py'), header + code);
    await run('build', join(folder, 'app.py'), '--out', join(folder, 'out'));
    const [wheel = ''] = await readdir(join(folder, 'out/packages'));
    const bytes = await readFile(join(folder, 'out/packages', wheel));
    const index = join(folder, 'out/index.html');
    const html = await readFile(index, 'utf8');
    const url = `https://cdn.jsdelivr.net/pyodide/v314.0.7/full/${wheel}`;
    await writeFile(index, html.replace(`"file":"packages/${wheel}"`, `"url":"${url}"`));
    let body = Buffer.concat([bytes, Buffer.from('x')]);
    const headers = { 'access-control-allow-origin': '*' };
    await page.route('https://cdn.jsdelivr.net/**', (route) => route.fulfill({ body, headers }));
    const server = [
      '-u',
      '-m',
      'http.server',
      '0',
      '--bind',
      '127.0.0.1',
      '--directory',
      join(folder, 'out'),
    ];
    const site = await serve('python3', server, folder);
    await page.goto(site);
    await expect(page.getByText(wheel)).toBeVisible({ timeout: 30_000 });
    body = bytes;
    await page.reload();
    await expect(page.getByTestId('stText')).toHaveText('[2]', { timeout: 60_000 });
  });

  test('of another engine come from its folder', async ({ page }) => {
    const engine = await other_engine_folder();
    await writeFile(join(folder, 'requirements.txt'), 'streamlit\nnumpy\npandas>=2\n');
    const code = 'st.text(int(pd.DataFrame({"a": np.arange(4)})["a"].sum()))\n';
    await writeFile(
      join(folder, 'app.py'),
      `import numpy as np\nimport pandas as pd\nimport streamlit as st\n${code}`,
    );
    const args = [bundle, 'run', join(folder, 'app.py'), '--port', '0', '--engine', engine];
    await page.goto(await serve(process.execPath, args, folder));
    await expect(page.getByTestId('stText')).toHaveText('6', { timeout: 120_000 });
  });

  test('without a build for the engine are named before the app runs', async () => {
    await writeFile(join(folder, 'app.py'), app('x'));
    await writeFile(join(folder, 'requirements.txt'), 'uvloop\n');
    const { code, said } = await run('run', join(folder, 'app.py'), '--port', '0');
    expect(code).toBe(5);
    expect(said).toContain("uvloop has no build for the browser's Python");
  });
});

test('`run` is not hidden by what a gallery left in the browser at the same port', async ({ page }) => {
  const gallery = await serve(process.execPath, [bundle, 'gallery', '--port', '0'], folder);
  await page.goto(gallery);
  await expect(page.getByTestId('stGallery')).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 20_000 })
    .toBe(true);
  const [child] = running.splice(0);
  const gone = new Promise((resolve) => child?.on('exit', resolve));
  child?.kill();
  await gone;
  await writeFile(join(folder, 'app.py'), app('not the gallery'));
  const { port } = new URL(gallery);
  await serve(process.execPath, [bundle, 'run', join(folder, 'app.py'), '--port', port], folder);
  await page.goto(gallery);
  await expect(page.getByTestId('stText')).toHaveText('not the gallery', { timeout: 30_000 });
});
