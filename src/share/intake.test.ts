import { expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { project_of_files, project_of_script } from './intake.ts';
import { guess_entrypoint } from './script.ts';
import { project } from './testing/projects.ts';
import { refusal, refusal_code } from './testing/refusal.ts';

test.each([
  [['b.py', 'Home.py', 'main.py', 'app.py', 'streamlit_app.py'], 'streamlit_app.py'],
  [['main.py', 'app.py', 'a.py'], 'app.py'],
  [['Home.py', 'main.py'], 'main.py'],
  [['Home.py', 'utils.py', 'pages/1.py'], 'Home.py'],
  [['report.py', 'pages/app.py', 'data.csv'], 'report.py'],
  [['one.py', 'two.py'], undefined],
  [['pages/app.py'], undefined],
  [['app.ts', 'lib.ts'], 'app.ts'],
  [['app.ts', 'one.py'], 'one.py'],
  [['.py', 'readme.md'], undefined],
  [[], undefined],
])('of %j the start is %s', (paths, entrypoint) => {
  expect(guess_entrypoint(paths)).toBe(entrypoint);
});

test('one script is an app by itself, whatever folder it was in', () => {
  const made = project_of_script('C:\\Users\\me\\Über uns.py', utf8.encode('x = 1'));
  expect(made).toEqual({
    entrypoint: 'Über uns.py',
    files: new Map([['Über uns.py', utf8.encode('x = 1')]]),
  });
});

test('a script is refused that is not one, or not text', async () => {
  expect(await refusal_code(() => project_of_script('notes.txt', new Uint8Array()))).toBe('not_a_script');
  const error = await refusal(() => project_of_script('app.py', new Uint8Array([0x61, 0x62, 0xfe])));
  expect(error.code).toBe('not_utf8');
  expect(error.where).toMatchObject({ path: 'app.py', offset: 2, line: 1 });
});

test('what tools and secrets left in a folder stays behind, and is said once', () => {
  const { files } = project({
    'app.py': '',
    'data/a.csv': '',
    '.streamlit/config.toml': '',
    '.streamlit/secrets.toml': 'k="v"',
    '.env': '',
    '.git/HEAD': '',
    '.git/objects/ab/cd': '',
    'lib/__pycache__/x.cpython-313.pyc': '',
    '.DS_Store': '',
    'node_modules/x/index.js': '',
  });
  const { project: made, left_out } = project_of_files(files);
  expect([...made.files.keys()]).toEqual(['app.py', 'data/a.csv', '.streamlit/config.toml']);
  expect(left_out).toEqual([
    { path: '.streamlit/secrets.toml', reason: 'secret' },
    { path: '.env', reason: 'secret' },
    { path: '.git/', reason: 'tooling' },
    { path: 'lib/__pycache__/', reason: 'tooling' },
    { path: '.DS_Store', reason: 'tooling' },
    { path: 'node_modules/', reason: 'tooling' },
  ]);
});

test('a folder needs something to start, named or found', async () => {
  const { files } = project({ 'one.py': '', 'two.py': '' });
  expect(await refusal_code(() => project_of_files(files))).toBe('no_entry');
  expect(await refusal_code(() => project_of_files(files, { entrypoint: 'three.py' }))).toBe('no_entry');
  expect(project_of_files(files, { entrypoint: 'two.py' }).project.entrypoint).toBe('two.py');
});
