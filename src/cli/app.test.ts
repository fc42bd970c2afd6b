import { rm, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SITE_ELEMENT } from '../share/site.ts';
import { find_app, read_app } from './app.ts';
import { file_of } from './app_files.ts';
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

  it('of a folder: no links, which are named', async () => {
    const { path } = await temporary_folder({ 'app.py': 'x' });
    await symlink(join(path, 'app.py'), join(path, 'link.py'));
    expect((await read_app(await find_app(path))).left_out).toEqual([{ path: 'link.py', reason: 'symlink' }]);
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
    const { project, left_out } = await read_app(await find_app(path));
    expect([...project.files.keys()]).toEqual(['app.py']);
    expect(left_out).toEqual([
      { path: '.streamlit/secrets.toml', reason: 'secret' },
      { path: 'a/.env', reason: 'secret' },
    ]);
  });
});

it('hands out one file, and none that leads out of the folder', async () => {
  const outside = await temporary_folder({ 'secret.txt': 's' });
  const { path } = await temporary_folder({ 'app.py': 'x', '.streamlit/secrets.toml': 'K = "v"' });
  await symlink(join(outside.path, 'secret.txt'), join(path, 'link.txt'));
  await symlink(outside.path, join(path, 'linked'));
  const app = await find_app(path);
  expect(await file_of(app, 'app.py')).toEqual(new TextEncoder().encode('x'));
  for (const bad of [
    '../x',
    '/etc/passwd',
    'link.txt',
    'linked/secret.txt',
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
