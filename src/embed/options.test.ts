import { expect, it } from 'vitest';
import { read_file, read_options, read_theme } from './options.ts';

const text = (data: ArrayBuffer) => new TextDecoder().decode(data);

it('takes texts and bytes, and copies them', () => {
  const bytes = new Uint8Array([104, 105, 33]);
  const { app, ...rest } = read_options({
    files: { 'app.py': 'é', 'a/b.bin': bytes.subarray(0, 2), 'c.bin': bytes.buffer },
    entrypoint: 'app.py',
    theme: 'dark',
    title: 'T',
  });
  bytes.fill(0);
  if (app.kind !== 'files') throw new Error(app.kind);
  expect(app.files.map(({ path, data }) => [path, text(data)])).toEqual([
    ['app.py', 'é'],
    ['a/b.bin', 'hi'],
    ['c.bin', 'hi!'],
  ]);
  expect(app.entrypoint).toBe('app.py');
  expect(rest).toEqual({ theme: 'dark', source: false, title: 'T', eager: false });
});

it('means the app of the site when there are no files', () => {
  expect(read_options({}).app).toEqual({ kind: 'site' });
});

it.each([
  [null, 'mount: options must be an object, not null.'],
  ['app.py', 'mount: options must be an object, not "app.py".'],
  [{ File: {} }, 'mount: there is no option File; there are files, entrypoint, theme, source, title, eager.'],
  [{ files: [] }, 'mount: files must be an object of paths and contents, not object.'],
  [{ files: {} }, 'mount: files is empty; it needs at least a script.'],
  [{ files: { '': 'x' } }, 'mount: a path must be a text such as "data/names.csv", not "".'],
  [
    { files: { 'a.py': null } },
    'mount: the file a.py must be a string, a Uint8Array or an ArrayBuffer, not null.',
  ],
  [{ files: { 'a.py': '' }, entrypoint: 'b.py' }, 'mount: entrypoint "b.py" is not one of files.'],
  [{ files: { 'a.py': '' }, entrypoint: 1 }, 'mount: entrypoint must be a string, not number.'],
  [{ entrypoint: 'b.py' }, 'mount: entrypoint names one of files, and there are none.'],
  [{ theme: 'Dark' }, 'mount: theme must be "system", "light" or "dark", not "Dark".'],
  [{ source: 'yes' }, 'mount: source must be true or false, not "yes".'],
  [{ eager: 1 }, 'mount: eager must be true or false, not number.'],
  [{ title: {} }, 'mount: title must be a string, not object.'],
])('refuses %j in words', (options, message) => {
  expect(() => read_options(options)).toThrow(new TypeError(message));
});

it('reads one theme and one file by themselves', () => {
  expect(read_theme(undefined)).toBe('system');
  expect(() => read_theme(null)).toThrow(TypeError);
  expect(() => read_file(3, 'x')).toThrow('mount: a path must be');
});
