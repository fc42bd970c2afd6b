import { rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ONE_FILE_HEAD, ONE_FILE_MARK } from '../share/one_file.ts';
import { SITE_ELEMENT } from '../share/site.ts';
import { find_app, read_app } from './app.ts';
import { file_of } from './app_files.ts';
import { BUILD_LIST } from './build_list.ts';
import type { CliError } from './errors.ts';
import { temporary_folder } from './testing/folder.ts';

const files_of = async (path: string, except?: string) =>
  [...(await read_app(await find_app(path), except)).project.files.keys()].sort();

describe('what belongs to an app', () => {
  it('of a folder: all but what tools put there, and what is named', async () => {
    const { path } = await temporary_folder({
      'app.py': 'x',
      'data/a.csv': '1',
      'node_modules/b/index.js': '',
      '.venv/lib/c.py': '',
      '__pycache__/app.pyc': '',
      'site/index.html': '',
    });
    expect(await files_of(path, join(path, 'site'))).toEqual(['app.py', 'data/a.csv']);
  });

  it('of a folder: no environment of Python and no built site, whatever they are called', async () => {
    const { path } = await temporary_folder({
      'app.py': 'x',
      'my_env/pyvenv.cfg': '',
      'my_env/lib/c.py': '',
      'older/index.html': `<script id="${SITE_ELEMENT}">`,
      'older/sw.js': '',
      'web/index.html': '<h1>',
      'web/sw.js': '',
      'app.html': '',
    });
    expect(await files_of(path, join(path, 'app.html'))).toEqual(['app.py', 'web/index.html', 'web/sw.js']);
  });

  it('nothing that Tablit wrote, wherever it lies, and that is said', async () => {
    const list = (...paths: string[]) => paths.map((path) => `${'a'.repeat(64)}  ${path}\n`).join('');
    const { path } = await temporary_folder({
      'app.py': 'x',
      'mail/App.HTML': `<!doctype html>${ONE_FILE_MARK}`,
      'mail/letter.html': `<h1>${' '.repeat(ONE_FILE_HEAD)}${ONE_FILE_MARK}`,
      'assets/a.js': '',
      'assets/mine.png': '',
      'index.html': '',
      [BUILD_LIST]: list('index.html', 'assets/a.js'),
      [`docs/${BUILD_LIST}`]: list('index.html'),
      'docs/index.html': '',
      'docs/text.md': '',
      [`notes/${BUILD_LIST}`]: 'my own checksums',
    });
    const { project, stays } = await read_app(await find_app(path));
    const kept = ['app.py', 'assets/mine.png', 'docs/text.md', 'mail/letter.html', `notes/${BUILD_LIST}`];
    expect([...project.files.keys()].sort()).toEqual(kept);
    const built = ['assets/', 'docs/', 'index.html', 'mail/App.HTML', BUILD_LIST];
    expect(stays).toEqual(built.map((path) => ({ path, reason: 'built' })));
  });

  it('what tools made is said, each folder once', async () => {
    const { path } = await temporary_folder({
      'app.py': 'x',
      '.git/HEAD': '',
      '.git/objects/a': '',
      'kit/__pycache__/a.pyc': '',
      'env/pyvenv.cfg': '',
      '.ssh/config': '',
    });
    const { stays } = await read_app(await find_app(path));
    expect(stays.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      '.git/ tooling',
      '.ssh/ secret',
      'env/ tooling',
      'kit/__pycache__/ tooling',
    ]);
  });

  it('is refused before it is read when it is too large, and the largest file is named', async () => {
    const { path } = await temporary_folder({ 'app.py': 'x', 'big.bin': '' });
    await truncate(join(path, 'big.bin'), 2 ** 40);
    const error = { code: 'bad_app', hint: expect.stringContaining('big.bin') };
    await expect(find_app(path).then((app) => read_app(app))).rejects.toMatchObject(error);
  });

  it('never secrets, which are named', async () => {
    const { path } = await temporary_folder({
      'app.py': 'x',
      '.streamlit/secrets.toml': 'K = "v"',
      'a/.env': 'K=v',
    });
    const { project, stays } = await read_app(await find_app(path));
    expect([...project.files.keys()]).toEqual(['app.py']);
    expect(stays).toEqual([
      { path: '.streamlit/secrets.toml', reason: 'secret' },
      { path: 'a/.env', reason: 'secret' },
    ]);
  });
});

describe('links', () => {
  async function with_links(links: Readonly<Record<string, string>>) {
    const { path } = await temporary_folder({
      'outside/a.csv': 'private',
      'outside/start.py': 'started elsewhere',
      'my/app.py': 'x',
      'my/data/a.csv': '1',
      'my/data/deep/b.csv': '2',
      'my/.streamlit/secrets.toml': 'K = "v"',
      'my/.git/HEAD': '',
    });
    for (const [link, to] of Object.entries(links)) await symlink(to, join(path, 'my', link));
    return join(path, 'my');
  }
  const read = async (links: Readonly<Record<string, string>>) => {
    const { project, stays } = await read_app(await find_app(await with_links(links)));
    const paths = [...project.files.keys()].sort().filter((path) => !/^(app\.py|data\/)/.test(path));
    return {
      paths,
      stays: stays.filter(({ path }) => path in links).map(({ path, reason }) => `${path} ${reason}`),
    };
  };

  it('are followed where they end inside of the folder', async () => {
    expect(await read({ 'b.csv': 'data/a.csv', c: 'data' })).toEqual({
      paths: ['b.csv', 'c/a.csv', 'c/deep/b.csv'],
      stays: [],
    });
  });

  it.each<[string, string, string]>([
    ['a file elsewhere', '../outside/a.csv', 'symlink'],
    ['a folder elsewhere', '../outside', 'symlink'],
    ['nothing', 'none.csv', 'symlink'],
    ['itself', 'link', 'symlink'],
    ['the folder it lies in', '.', 'symlink'],
    ['a folder above the app', '../..', 'symlink'],
    ['secrets by another name', '.streamlit/secrets.toml', 'secret'],
    ['what tools made', '.git', 'tooling'],
    ['no file at all', '/dev/null', 'symlink'],
  ])('to %s stay behind, by name', async (_what, to, reason) => {
    expect(await read({ link: to })).toEqual({ paths: [], stays: [`link ${reason}`] });
  });

  it('that lead to each other are followed once', async () => {
    const { paths } = await read({ c: 'data', 'data/deep/up': '../../data' });
    expect(paths).toEqual(['c/a.csv', 'c/deep/b.csv']);
  });

  it('may be the entry script, wherever it leads: the folder is where the link is', async () => {
    const folder = await with_links({ 'start.py': '../outside/start.py', 'inner.py': 'app.py' });
    for (const [app, text] of [
      [await find_app(join(folder, 'start.py')), 'started elsewhere'],
      [await find_app(folder, 'start.py'), 'started elsewhere'],
      [await find_app(join(folder, 'inner.py')), 'x'],
    ] as const) {
      const { project } = await read_app(app);
      expect(new TextDecoder().decode(project.files.get(project.entrypoint))).toBe(text);
      expect(await file_of(app, project.entrypoint)).toEqual(new TextEncoder().encode(text));
    }
  });

  it('that lead out and are not named as the entry do not start', async () => {
    const { path } = await temporary_folder({ 'outside/a.py': '', 'my/notes.txt': '' });
    await symlink('../outside/a.py', join(path, 'my/app.py'));
    await expect(find_app(join(path, 'my')).then((app) => read_app(app))).rejects.toMatchObject({
      code: 'no_entry',
      hint: expect.stringContaining('--entry app.py'),
    });
  });
});

it('hands out one file, and none that leads out of the folder', async () => {
  const outside = await temporary_folder({ 'secret.txt': 's' });
  const { path } = await temporary_folder({ 'app.py': 'x', '.streamlit/secrets.toml': 'K = "v"' });
  await symlink(join(outside.path, 'secret.txt'), join(path, 'link.txt'));
  await symlink(outside.path, join(path, 'linked'));
  await symlink(join(path, '.streamlit/secrets.toml'), join(path, 'harmless.txt'));
  const app = await find_app(path);
  expect(await file_of(app, 'app.py')).toEqual(new TextEncoder().encode('x'));
  for (const bad of [
    '../x',
    '/etc/passwd',
    'link.txt',
    'linked/secret.txt',
    'harmless.txt',
    '.streamlit/secrets.toml',
    'no.py',
    '',
  ]) {
    expect(await file_of(app, bad), bad).toBeUndefined();
  }
});

describe('what is no app is refused with its reason', () => {
  it.each([
    ['none.py', 'no_such_file'],
    ['notes.txt', 'not_a_script'],
    ['.', 'no_entry'],
    ['bad.py', 'bad_app'],
  ])('%s: %s', async (name, code) => {
    const { path, put } = await temporary_folder({ 'notes.txt': '', 'good.py': '' });
    await put('bad.py', new Uint8Array([0xff, 0xfe, 0x00]));
    await expect(find_app(join(path, name)).then((app) => read_app(app))).rejects.toMatchObject({ code });
  });
});

describe('what a folder cannot be read for is said', () => {
  const refused = async (path: string) =>
    find_app(path)
      .then((app) => read_app(app))
      .catch((error: CliError) => error);

  it('a name that is not UTF-8', async () => {
    const { path } = await temporary_folder({ 'app.py': '' });
    const name = Buffer.concat([Buffer.from(join(path, 'caf')), Buffer.from([0xe9]), Buffer.from('.csv')]);
    await writeFile(name, '');
    expect(await refused(path)).toMatchObject({ code: 'bad_app', message: expect.stringContaining('caf') });
  });

  it('a name with a colon, which is a disk elsewhere, and not called absolute', async () => {
    const { path } = await temporary_folder({ 'app.py': '', 'a:b.txt': '' });
    expect(await refused(path)).toMatchObject({
      code: 'bad_app',
      message: 'The file name “a:b.txt” is not usable on every system: part “a:b.txt” is reserved.',
    });
  });

  it('more files than an app has, and where they lie', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`data/${at}.txt`, '']));
    const { path } = await temporary_folder({ 'app.py': '', ...many });
    expect(await refused(path)).toMatchObject({
      code: 'bad_app',
      message: 'There are 2,002 files; an app has at most 2,000. 2,001 of them lie in data/.',
    });
  });

  it('several scripts, none of which is the usual one', async () => {
    const { path } = await temporary_folder({ 'one.py': '', 'two.py': '' });
    expect(await refused(path)).toMatchObject({
      code: 'no_entry',
      message: 'The folder has several scripts: one.py, two.py.',
      hint: expect.stringContaining('--entry one.py'),
    });
  });

  it('no script at all', async () => {
    const { path } = await temporary_folder({ 'notes.txt': '' });
    expect(await refused(path)).toMatchObject({ code: 'no_entry', hint: expect.stringContaining('--entry') });
  });
});

describe('an entry script that is named', () => {
  const find = async (inside: string, entry: string) => {
    const { path, put } = await temporary_folder({ 'app.py': '', 'tools/report.py': '', 'notes.txt': '' });
    await put('../outside.py');
    onTestFinished(() => rm(join(path, '../outside.py'), { force: true }));
    return find_app(join(path, inside), entry).then(read_app);
  };

  it.each(['tools/report.py', './tools/../tools/report.py'])('starts the folder: %s', async (entry) => {
    expect((await find('', entry)).project.entrypoint).toBe('tools/report.py');
  });

  it.each([
    ['', 'none.py', 'no_such_file'],
    ['', 'tools', 'no_such_file'],
    ['', '../outside.py', 'no_such_file'],
    ['', 'notes.txt', 'not_a_script'],
    ['app.py', 'tools/report.py', 'usage'],
  ])('"%s" with %s: %s', async (inside, entry, code) => {
    await expect(find(inside, entry)).rejects.toMatchObject({ code });
  });
});
