import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { find_app, read_app } from './app.ts';
import { file_of } from './app_files.ts';
import { temporary_folder } from './testing/folder.ts';

/** What goes with `app.py` of these files. */
async function used(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { path } = await temporary_folder({
    'stranger.py': '',
    'notes.txt': '',
    'other/x.csv': '',
    ...files,
  });
  const { project } = await read_app(await find_app(join(path, 'app.py')));
  return [...project.files.keys()].filter((path) => path !== 'app.py').sort();
}

it.each<[string, Record<string, string>, string[]]>([
  ['nothing else', { 'app.py': '' }, []],
  [
    'packages and configuration',
    { 'app.py': '', 'requirements.txt': '', '.streamlit/config.toml': '', '.streamlit/other.toml': '' },
    ['.streamlit/config.toml', 'requirements.txt'],
  ],
  [
    'static files, when it serves them',
    {
      'app.py': '',
      '.streamlit/config.toml': '[server]\nenableStaticServing = true',
      'static/a.png': '',
      'static/deep/b.pdf': '',
    },
    ['.streamlit/config.toml', 'static/a.png', 'static/deep/b.pdf'],
  ],
  [
    'no static files, when it does not',
    { 'app.py': '', '.streamlit/config.toml': '[server', 'static/a.png': '' },
    ['.streamlit/config.toml'],
  ],
  ['a module', { 'app.py': 'import helper', 'helper.py': '' }, ['helper.py']],
  [
    'what a module imports, in a circle too',
    { 'app.py': 'import a', 'a.py': 'import b', 'b.py': 'import a' },
    ['a.py', 'b.py'],
  ],
  [
    'a package, and of it what is imported',
    {
      'app.py': 'from kit.charts import draw',
      'kit/__init__.py': '',
      'kit/charts.py': 'from . import colours\nfrom ..top import x',
      'kit/colours.py': '',
      'kit/unused.py': '',
      'top.py': '',
    },
    ['kit/__init__.py', 'kit/charts.py', 'kit/colours.py', 'top.py'],
  ],
  [
    'pages, and what they import',
    { 'app.py': '', 'pages/1_one.py': 'import helper', 'helper.py': '' },
    ['helper.py', 'pages/1_one.py'],
  ],
  [
    'a page that is named',
    { 'app.py': 'st.Page("views/one.py")', 'views/one.py': 'import helper', 'helper.py': '' },
    ['helper.py', 'views/one.py'],
  ],
  [
    'files that are named',
    { 'app.py': 'read_csv("data/a.csv")', 'data/a.csv': '1', 'data/b.csv': '2' },
    ['data/a.csv'],
  ],
  [
    'files that are named in parts',
    {
      'app.py': 'Path(__file__).parent / "data" / "raw" / "a.csv"',
      'data/raw/a.csv': '',
      'data/raw/b.csv': '',
    },
    ['data/raw/a.csv'],
  ],
  [
    'a folder that is listed',
    { 'app.py': 'Path("data").glob("*.csv")', 'data/a.csv': '', 'data/deep/b.csv': '' },
    ['data/a.csv', 'data/deep/b.csv'],
  ],
  [
    'a folder whose files are named by a pattern',
    { 'app.py': 'open(f"data/{city}.csv")', 'data/a.csv': '' },
    ['data/a.csv'],
  ],
  ['no folder that is only named', { 'app.py': 'st.header("data")', 'data/a.csv': '' }, []],
  ['nothing outside of its folder', { 'app.py': 'open("../x"); open("/etc/hostname"); import os' }, []],
  ['nothing in an environment', { 'app.py': 'open("venv/a.csv")', 'venv/a.csv': '' }, []],
  [
    'no environment in a folder that is listed',
    { 'app.py': 'glob("data")', 'data/env/pyvenv.cfg': '', 'data/env/a.py': '', 'data/b.csv': '' },
    ['data/b.csv'],
  ],
])('a script takes along: %s', async (_what, files, expected) => {
  expect(await used(files)).toEqual(expected);
});

it('never takes secrets along, though the script names them, and says so', async () => {
  const { path } = await temporary_folder({
    'app.py': 'open(".env"); open("keys/id_rsa")',
    '.env': 'K=v',
    'keys/id_rsa': '',
    '.streamlit/secrets.toml': '',
  });
  const app = await find_app(join(path, 'app.py'));
  const { project, stays } = await read_app(app);
  expect([...project.files.keys()]).toEqual(['app.py']);
  expect(stays.map((file) => `${file.path}: ${file.reason}`)).toEqual([
    '.env: secret',
    '.streamlit/secrets.toml: secret',
    'keys/id_rsa: secret',
  ]);
});

it('names a link that the script uses and that leads out, and does not follow it', async () => {
  const outside = await temporary_folder({ 'helper.py': '', 'data/a.csv': '' });
  const { path } = await temporary_folder({ 'app.py': 'import helper; open("data/a.csv")' });
  await symlink(join(outside.path, 'helper.py'), join(path, 'helper.py'));
  await symlink(join(outside.path, 'data'), join(path, 'data'));
  const { project, stays } = await read_app(await find_app(join(path, 'app.py')));
  expect([...project.files.keys()]).toEqual(['app.py']);
  expect(stays).toEqual([
    { path: 'data', reason: 'symlink' },
    { path: 'helper.py', reason: 'symlink' },
  ]);
});

it('follows a link that stays inside of the folder', async () => {
  const { path } = await temporary_folder({
    'app.py': 'import helper; open("data/a.csv")',
    'kit/helper.py': '',
    'kit/data/a.csv': '',
  });
  await symlink('kit/helper.py', join(path, 'helper.py'));
  await symlink('kit/data', join(path, 'data'));
  const { project, stays } = await read_app(await find_app(join(path, 'app.py')));
  expect([...project.files.keys()]).toEqual(['app.py', 'data/a.csv', 'helper.py']);
  expect(stays).toEqual([]);
});

it('hands out what is used, and no other file of the folder', async () => {
  const { path } = await temporary_folder({
    'app.py': 'import helper',
    'helper.py': 'h',
    'stranger.py': 's',
  });
  const app = await find_app(join(path, 'app.py'));
  expect(await file_of(app, 'helper.py')).toEqual(new TextEncoder().encode('h'));
  expect(await file_of(app, 'stranger.py')).toBeUndefined();
});
