import { expect, it } from 'vitest';
import { pack } from '../../share/index.ts';
import { refusal_code } from '../../share/testing/refusal.ts';
import type { AppSource } from '../app_source.ts';
import { check_written, wanted_app } from './wanted.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (path: string, text = '') => ({ path, data: bytes(text).slice().buffer });

async function texts(app: AppSource) {
  const { entrypoint, files } = await app.load();
  const pairs = Object.entries(files).map(async ([path, blob]) => [path, await blob.text()] as const);
  return { entrypoint, files: Object.fromEntries(await Promise.all(pairs)) };
}

it('makes an app of files, with what was written meanwhile over them', async () => {
  const files = [file('app.py', 'a'), file('data.txt', 'old')];
  const app = await wanted_app(
    { kind: 'files', files },
    [file('data.txt', 'new'), file('more.txt', '+')],
    undefined,
  );
  expect(await texts(app)).toEqual({
    entrypoint: 'app.py',
    files: { 'app.py': 'a', 'data.txt': 'new', 'more.txt': '+' },
  });
  expect(app).toMatchObject({ name: 'app.py', own: false });
});

it('makes one of a script or an archive, by its bytes', async () => {
  const packed = { kind: 'packed', name: 'far.py', data: file('', 'x').data } as const;
  expect(await texts(await wanted_app(packed, [], undefined))).toEqual({
    entrypoint: 'far.py',
    files: { 'far.py': 'x' },
  });
  const project = {
    entrypoint: 'app.py',
    files: new Map([
      ['app.py', bytes('1')],
      ['b.py', bytes('2')],
    ]),
  };
  const data = (await pack(project)).slice().buffer;
  const archive = { kind: 'packed', name: 'x.tablit', data, entrypoint: 'b.py' } as const;
  expect((await wanted_app(archive, [], undefined)).name).toBe('b.py');
});

it('is the own app of the site, with what was written', async () => {
  const own: AppSource = {
    name: 'Own',
    identity: 'own',
    own: true,
    load: async () => ({ entrypoint: 'app.py', files: { 'app.py': new Blob(['1']) } }),
  };
  expect(await texts(await wanted_app({ kind: 'site' }, [file('b.txt', '2')], own))).toEqual({
    entrypoint: 'app.py',
    files: { 'app.py': '1', 'b.txt': '2' },
  });
  await expect(wanted_app({ kind: 'site' }, [], undefined)).rejects.toThrow('no app of its own');
});

it.each([
  ['no_entry', [file('a.txt')], undefined],
  ['no_entry', [file('app.py')], 'b.py'],
  ['not_a_script', [file('app.py'), file('a.txt')], 'a.txt'],
  ['path_outside', [file('app.py'), file('../a')], undefined],
  ['path_absolute', [file('app.py'), file('/etc/a')], undefined],
  ['path_reserved', [file('app.py'), file('__proto__')], undefined],
  ['same_name', [file('app.py'), file('App.py')], 'app.py'],
  ['secret_file', [file('app.py'), file('.streamlit/secrets.toml')], undefined],
  ['not_utf8', [{ path: 'app.py', data: new Uint8Array([255]).buffer }], undefined],
] as const)('refuses with %s', async (code, files, entrypoint) => {
  const app = { kind: 'files', files, ...(entrypoint === undefined ? {} : { entrypoint }) } as const;
  expect(await refusal_code(() => wanted_app(app, [], undefined))).toBe(code);
});

it('refuses the same of a file that is written', async () => {
  expect(await refusal_code(() => check_written('../a'))).toBe('path_outside');
  expect(await refusal_code(() => check_written('.env'))).toBe('secret_file');
  check_written('pages/a.py');
});
