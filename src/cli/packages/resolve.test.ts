/** With a pip that only pretends: it puts down the files that it is told to. `e2e/cli.spec.ts` has the real one. */
import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporary_folder } from '../testing/folder.ts';
import type { Engine } from './engine.ts';
import { read_lock } from './lock.ts';
import { arguments_of, type Pip, type Request } from './pip.ts';
import { resolve_packages } from './resolve.ts';
import { file_of, STREAMLIT, stand_ins_of } from './stand_ins.ts';

const folder_with = async (files: Readonly<Record<string, string>> = {}) =>
  (await temporary_folder(files)).path;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const row = (
  name: string,
  version: string,
  depends: string[] = [],
  package_type = 'package',
  ending = 'x.whl',
) => ({
  name,
  version,
  depends,
  package_type,
  file_name: `${name}-${version}-${ending}`,
  sha256: sha256(name),
});
const lock = read_lock(
  JSON.stringify({
    info: { python: '3.14.2', abi_version: '2026_0' },
    packages: {
      numpy: row('numpy', '2.4.6', ['libopenblas']),
      libopenblas: row('libopenblas', '0.3.31', [], 'shared_library', 'x.zip'),
      six: row('six', '1.17.0'),
      pandas: row('pandas', '3.0.2', ['numpy', 'six']),
      sqlite3: row('sqlite3', '1.0.0', [], 'cpython_module'),
    },
  }),
);

const engine = (folder?: string): Engine => ({
  folder,
  lock: async () => lock,
  packages: () => [...lock.packages.values()],
  url: (file) => `https://engine.example/${file}`,
  describe: (site) => site,
  handler: async () => false,
});

const project = (requirements: string) => ({
  entrypoint: 'app.py',
  files: new Map([
    ['app.py', new Uint8Array()],
    ['requirements.txt', new TextEncoder().encode(requirements)],
  ]),
});

/** Takes these stand-ins and wheels; or says these words, once each. */
function pretend(answers: readonly (readonly string[] | { readonly words: string })[]) {
  const requests: (Request & { readonly pinned: string })[] = [];
  const pip: Pip = async (_lock, request, heard) => {
    const [constraints = ''] = request.constraints;
    requests.push({ ...request, pinned: await readFile(constraints, 'utf8') });
    const answer = answers[requests.length - 1] ?? [];
    if ('words' in answer) return { kind: 'failed', words: answer.words };
    for (const name of answer) {
      const stand_in = join(request.find_links, name);
      await cp(stand_in, join(request.into, name)).catch(() => writeFile(join(request.into, name), name));
      heard(`  Downloading ${name} (1 kB)`);
    }
    return { kind: 'ok' };
  };
  return { pip, requests };
}

async function resolve(
  requirements: string,
  answers: Parameters<typeof pretend>[0],
  { cache, at }: { readonly cache?: string; readonly at?: string } = {},
) {
  const said: string[] = [];
  const { pip, requests } = pretend(answers);
  const effects = { say: (text: string) => said.push(text), pip, cache: cache ?? (await folder_with()) };
  const { listed } = await resolve_packages(project(requirements), engine(at), effects);
  return { listed, said: said.join('\n'), requests };
}

const own = (name: string) => file_of(lock.packages.get(name) ?? STREAMLIT);

it('nothing asked, nothing done', async () => {
  const found = await resolve('streamlit>=1.40\n', []);
  expect(found.listed).toEqual([]);
  expect(found.requests).toEqual([]);
  expect(found.said).toBe('Ignored: streamlit>=1.40. Tablit brings its own.');
});

it('what pip took of the engine comes from its address, with what it links to; the rest is put beside the page', async () => {
  const six = 'six-1.17.0-py2.py3-none-any.whl';
  const found = await resolve('pandas\nextras', [[own('pandas'), own('numpy'), six, own('streamlit')]]);
  expect(found.listed.map(({ file_name, url, file, size }) => [file_name, url ?? file, size])).toEqual([
    ['libopenblas-0.3.31-x.zip', 'https://engine.example/libopenblas-0.3.31-x.zip', undefined],
    ['numpy-2.4.6-x.whl', 'https://engine.example/numpy-2.4.6-x.whl', undefined],
    ['pandas-3.0.2-x.whl', 'https://engine.example/pandas-3.0.2-x.whl', undefined],
    [six, `packages/${six}`, six.length],
  ]);
  expect(found.listed[2]?.sha256).toBe(sha256('pandas'));
  expect(found.listed[3]?.sha256).toBe(sha256(six));
  expect(found.said).toContain('fetching six-1.17.0');
  expect(found.said).toContain('numpy 2.4.6  from engine.example at the first run');
  expect(found.requests[0]?.pinned).toBe('streamlit==1.67.0+tablit');
});

it('versions that do not go together are looked for once more, without those of the lock', async () => {
  const words = 'ResolutionImpossible';
  const { requests } = await resolve('pandas', [{ words }, [own('pandas')]]);
  expect(new Set(requests.map(({ find_links }) => find_links)).size).toBe(2);
});

it('names what has no build', async () => {
  const words = 'Could not find a version that satisfies the requirement torch (from versions: none)\n';
  const found = resolve('torch', [{ words }]);
  await expect(found).rejects.toMatchObject({ code: 'no_wheel', message: expect.stringContaining('torch') });
});

it('an engine in a folder is asked first, then the index with its versions, then without', async () => {
  const words = 'No matching distribution found for x';
  const at = await folder_with({ 'six-1.17.0-x.whl': 'six' });
  const { requests, listed } = await resolve(
    'six\nx',
    [{ words }, { words }, [own('six'), 'x-1-py3-none-any.whl']],
    { at },
  );
  expect(requests.map(({ index }) => index)).toEqual([false, true, true]);
  expect(requests.map(({ pinned }) => pinned.includes('six==1.17.0'))).toEqual([false, true, false]);
  expect(listed.map(({ file }) => file)).toEqual([
    'packages/six-1.17.0-x.whl',
    'packages/x-1-py3-none-any.whl',
  ]);
});

it("promise: Dependencies are what they were: an engine's file that is not what its lock says is refused", async () => {
  const at = await folder_with({ 'six-1.17.0-x.whl': 'another' });
  await expect(resolve('six', [[own('six')]], { at })).rejects.toThrow(/SHA-256 differs/);
  const empty = await folder_with();
  await expect(resolve('six', [[own('six')]], { at: empty })).rejects.toThrow(/is not there/);
});

it('a part of the standard library that the engine keeps apart is not looked for elsewhere', async () => {
  const at = await folder_with({ 'sqlite3-1.0.0-x.whl': 'sqlite3' });
  const { listed, requests } = await resolve('sqlite3', [], { at });
  expect([listed.map(({ name }) => name), requests]).toEqual([['sqlite3'], []]);
});

it('promise: Dependencies are what they were: hashes of requirements.txt hold', async () => {
  const wheel = 'x-1-py3-none-any.whl';
  await resolve(`x==1 --hash=sha256:${sha256(wheel)}`, [[wheel]]);
  const other = resolve(`x==1 --hash=sha256:${sha256('other')}`, [[wheel]]);
  await expect(other).rejects.toThrow(/none of the hashes/);
});

it('asks pip once a day for the same list, and lives on an older answer when it fails', async () => {
  const cache = await folder_with();
  const wheel = 'x-1-py3-none-any.whl';
  await resolve('x', [[wheel]], { cache });
  const again = await resolve('x', [], { cache });
  expect([again.requests.length, again.listed.length]).toEqual([0, 1]);
  const { readdir } = await import('node:fs/promises');
  const [set = ''] = await readdir(join(cache, 'sets'));
  await writeFile(join(cache, 'sets', set, 'set.json'), JSON.stringify({ names: [wheel], found: 0 }));
  const offline = await resolve('x', [{ words: 'NewConnectionError' }], { cache });
  expect(offline.listed.length).toBe(1);
  expect(offline.said).toContain('Taken as found on 1970-01-01.');
});

it('stand-ins want what the lock says they need, libraries apart', () => {
  const rows = [...lock.packages.values()];
  const needs = (exact: boolean) =>
    Object.fromEntries(stand_ins_of(lock, rows, exact).map((one) => [one.name, one.needs]));
  expect(needs(true)).toEqual({ numpy: [], six: [], pandas: ['numpy==2.4.6', 'six==1.17.0'], streamlit: [] });
  expect(needs(false)['pandas']).toEqual(['numpy', 'six']);
});

it('the version that stands in for streamlit is that of the package', async () => {
  const source = new URL('../../worker/python/streamlit/__init__.py', import.meta.url);
  const [, version] = /__version__ = "(.*)"/.exec(await readFile(source, 'utf8')) ?? [];
  expect(STREAMLIT.version).toBe(`${version}+tablit`);
});

it('pip is told what fits, and where requirements begin', () => {
  const request = { requirements: ['a'], constraints: ['c'], find_links: 'f', index: false, into: 'i' };
  const args = arguments_of(lock, request);
  expect(args).toEqual(
    expect.arrayContaining([
      '--no-color',
      '--no-index',
      '--platform=pyemscripten_2026_0_wasm32',
      '--abi=cp314',
    ]),
  );
  expect(args.slice(-2)).toEqual(['--', 'a']);
});

it.each([
  ['<3.13', ["The script asks for Python <3.13; the browser's Python is 3.14.2."]],
  ['>=3.11', []],
])('a script that asks for Python %s is built, and what does not suit is said', async (wanted, said) => {
  const script = `# /// script\n# requires-python = "${wanted}"\n# ///\n`;
  const files = new Map([['app.py', new TextEncoder().encode(script)]]);
  const heard: string[] = [];
  const say = (text: string) => heard.push(text);
  const resolved = await resolve_packages({ entrypoint: 'app.py', files }, engine(), { say });
  expect([heard, resolved.listed]).toEqual([said, []]);
});
