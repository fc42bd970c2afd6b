import { expect, it } from 'vitest';
import { pack } from '../../share/index.ts';
import { project_of_chosen } from './project_of_files.ts';

type Content = string | Uint8Array<ArrayBuffer>;

/** As chosen: by its path, a file named by the path's last part. */
const chosen = (files: Readonly<Record<string, Content>>) =>
  Object.entries(files).map(([path, content]) => ({
    path,
    file: new File([content], path.split('/').at(-1) ?? ''),
  }));
const open = (files: Readonly<Record<string, Content>>) => project_of_chosen(chosen(files));
const left_out = async (files: Readonly<Record<string, Content>>) =>
  (await open(files)).left_out?.map(({ path, reason }) => `${path} ${reason}`);
const paths = async (files: Readonly<Record<string, Content>>) => {
  const { name, project } = await open(files);
  return [name, project.entrypoint, ...[...project.files.keys()].sort()];
};

const archive = await pack({ entrypoint: 'a.py', files: new Map([['a.py', new TextEncoder().encode('x')]]) });

it.each<[string, Record<string, Content>, string[]]>([
  ['a script', { 'mine.py': 'x' }, ['mine.py', 'mine.py', 'mine.py']],
  ['a script of another case', { 'mine.tablit': archive }, ['mine.tablit', 'a.py', 'a.py']],
  [
    'several files',
    { 'app.py': 'x', 'helper.py': 'y', 'a.csv': '1' },
    ['app.py', 'app.py', 'a.csv', 'app.py', 'helper.py'],
  ],
  [
    'a folder, without what tools and secrets put there',
    {
      'my/app.py': 'x',
      'my/data/a.csv': '1',
      'my/.git/config': '',
      'my/.streamlit/secrets.toml': 'k = "v"',
      'my/.DS_Store': '',
    },
    ['my', 'app.py', 'app.py', 'data/a.csv'],
  ],
  ['a folder of one script', { 'my/app.py': 'x' }, ['my', 'app.py', 'app.py']],
])('opens %s', async (_what, files, expected) => expect(await paths(files)).toEqual(expected));

it.each<[string, Record<string, Content>, RegExp]>([
  ['nothing', {}, /no file of an app/],
  ['what tools left', { 'my/.git/config': '' }, /no file of an app/],
  ['a text', { 'notes.txt': 'x' }, /notes\.txt is not an app/],
  ['secrets', { 'secrets.toml': 'x' }, /secrets\.toml is not an app/],
  [
    'an image that calls itself a script',
    { 'a.py': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]) },
    /a\.py/,
  ],
  ['an archive that calls itself a script', { 'a.py': 'PK\u0003\u0004' }, /no Python script/],
  ['a page that calls itself a script', { 'a.py': '<html>' }, /a\.py is a web page/],
  ['a text that calls itself a zip', { 'a.zip': 'x' }, /no zip archive/],
  ['an empty app', { 'a.tablit': '' }, /is empty/],
  ['a text that calls itself an app', { 'a.tablit': 'hello, I am no app' }, /not a Tablit app/],
  ['an app that was cut', { 'a.tablit': archive.slice(0, -3) }, /not complete|changed/],
  ['an archive among others', { 'a.tablit': archive, 'b.py': 'x' }, /an app of its own/],
  ['two scripts, neither of which starts', { 'a.py': 'x', 'b.py': 'y' }, /./],
  ['files without a script', { 'a.csv': '1', 'b.csv': '2' }, /./],
])('refuses %s', async (_what, files, words) => {
  await expect(open(files)).rejects.toThrow(words);
});

it('refuses what is too large or too much before it reads it', async () => {
  const large = { name: 'a.py', size: 2 ** 40, arrayBuffer: () => Promise.reject(new Error('read')) };
  await expect(project_of_chosen([{ path: 'a.py', file: large as unknown as File }])).rejects.toThrow(
    /larger than/,
  );
  const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`my/${at}.py`, '']));
  await expect(open(many)).rejects.toThrow(/more than 2000 files/);
});

it('says which file cannot be read', async () => {
  const gone = {
    name: 'a.py',
    size: 1,
    arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
  };
  await expect(project_of_chosen([{ path: 'a.py', file: gone as unknown as File }])).rejects.toThrow(
    /a\.py cannot be read/,
  );
});

it.each<[string, Record<string, Content>, string[]]>([
  ['nothing', { 'a.py': 'x' }, []],
  [
    'what lies in a folder, by its path there',
    {
      'my/app.py': 'x',
      'my/.env': 'K=1',
      'my/.git/config': '',
      'my/.git/HEAD': '',
      'my/lib/__pycache__/a.pyc': '',
      'my/.streamlit/secrets.toml': '',
    },
    ['.git/ tooling', 'lib/__pycache__/ tooling', '.env secret', '.streamlit/secrets.toml secret'],
  ],
  ['what lies beside a script', { 'app.py': 'x', '.DS_Store': '' }, ['.DS_Store tooling']],
])('says what is left out: %s', async (_what, files, expected) =>
  expect(await left_out(files)).toEqual(expected),
);

it('refuses two files of one name, which lay in two folders', async () => {
  const two = [...chosen({ 'app.py': 'first' }), ...chosen({ 'app.py': 'second' })];
  await expect(project_of_chosen(two)).rejects.toThrow('Two files have one name: “app.py”.');
});
