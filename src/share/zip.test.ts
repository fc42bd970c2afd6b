import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Bytes, concat, utf8 } from './bytes.ts';
import type { ShareErrorCode } from './errors.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { arbitrary_project } from './testing/projects.ts';
import { refusal, refusal_code } from './testing/refusal.ts';
import { project_of_zip } from './zip.ts';

type Level = 0 | 6 | 9;

function zip_of(files: Readonly<Record<string, string | Uint8Array>>, level: Level = 6): Bytes {
  const bytes = Object.entries(files).map(([path, body]) => [
    path,
    typeof body === 'string' ? utf8.encode(body) : body,
  ]);
  return new Uint8Array(zipSync(Object.fromEntries(bytes), { level }));
}

/** The zip with `change` applied at each place where the four bytes of `mark` stand. */
function patch(zip: Bytes, mark: number, change: (view: DataView, at: number) => void): Bytes {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) if (view.getUint32(at, true) === mark) change(view, at);
  return copy;
}

const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;

describe('a zip of a folder is an app', () => {
  test('any project comes back, stored or deflated', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary_project, fc.constantFrom<Level>(0, 9), async (before, level) => {
        // Beside a file at the top, so that no folder is around everything.
        const zip = zip_of({ ...Object.fromEntries(before.files), 'top.txt': 'x' }, level);
        const { project, left_out } = project_of_zip(zip, { entrypoint: before.entrypoint });
        const lost = new Set(left_out.map((out) => out.path));
        for (const [path, bytes] of before.files) {
          if (![...lost].some((out) => path === out || path.startsWith(out)))
            expect(project.files.get(path)).toEqual(bytes);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a single folder around everything is taken off', () => {
    const { project } = project_of_zip(zip_of({ 'repo-main/app.py': 'x', 'repo-main/pages/1.py': 'y' }));
    expect(project.entrypoint).toBe('app.py');
    expect([...project.files.keys()]).toEqual(['app.py', 'pages/1.py']);
  });

  test('what does not belong is left out, and never unpacked', () => {
    const zip = zip_of({
      'a/app.py': '',
      'a/.streamlit/secrets.toml': 'k="v"',
      '__MACOSX/a/._app.py': 'z',
      'a/.git/HEAD': '',
      'a/big.pyc': new Uint8Array(5 * 1024 * 1024),
    });
    const { project, left_out } = project_of_zip(zip);
    expect([...project.files.keys()]).toEqual(['app.py']);
    expect(left_out.map(({ path }) => path)).toEqual([
      'a/.streamlit/secrets.toml',
      '__MACOSX/',
      'a/.git/',
      'a/big.pyc',
    ]);
  });

  test('folders and symbolic links are no files', () => {
    const zip = zipSync({
      'app.py': utf8.encode(''),
      'data/': new Uint8Array(),
      'link.csv': [utf8.encode('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }],
    });
    const { project, left_out } = project_of_zip(new Uint8Array(zip));
    expect([...project.files.keys()]).toEqual(['app.py']);
    expect(left_out).toEqual([{ path: 'link.csv', reason: 'symlink' }]);
  });

  test('bytes before the zip and a comment after it are no trouble where offsets still hold', () => {
    const zip = patch(zip_of({ 'app.py': 'x' }), END, (view, at) => view.setUint16(at + 20, 3, true));
    expect(project_of_zip(concat([zip, utf8.encode('hi!')])).project.files.size).toBe(1);
  });
});

describe('names in a zip obey the rules of every app', () => {
  test.each<readonly [string, ShareErrorCode]>([
    ['../app.py', 'path_outside'],
    ['a/../../app.py', 'path_outside'],
    ['/app.py', 'path_absolute'],
    ['C:/app.py', 'path_absolute'],
    ['a\\b.py', 'path_backslash'],
    ['a//b.py', 'path_empty_part'],
    ['a\u0000b.py', 'path_control'],
    ['nul.py', 'path_reserved'],
    ['x/__proto__/a.py', 'path_reserved'],
    [`${'x'.repeat(300)}.py`, 'path_too_long'],
    ['APP.py', 'same_name'],
  ])('%s', async (path, code) => {
    expect(await refusal_code(() => project_of_zip(zip_of({ 'app.py': '', [path]: '' })))).toBe(code);
  });

  test('one name twice', async () => {
    const zip = zip_of({ 'app.py': 'a', 'bpp.py': 'b' });
    const rename = (name_at: number) => (view: DataView, at: number) => view.setUint8(at + name_at, 0x61);
    const twice = patch(patch(zip, ENTRY, rename(46)), LOCAL, rename(30));
    expect(await refusal_code(() => project_of_zip(twice))).toBe('same_name');
  });

  test('two names for one file', async () => {
    const zip = patch(zip_of({ 'app.py': 'a' }), LOCAL, (view, at) => view.setUint8(at + 30, 0x62));
    expect(await refusal_code(() => project_of_zip(zip))).toBe('zip_damaged');
  });

  test('a name in an old code page', async () => {
    const zip = patch(zip_of({ 'app.py': '' }), ENTRY, (view, at) => view.setUint8(at + 46, 0x9a));
    expect(await refusal_code(() => project_of_zip(zip))).toBe('path_not_text');
  });

  test('no entry script, and a script that is not UTF-8', async () => {
    expect(await refusal_code(() => project_of_zip(zip_of({ 'a.txt': '' })))).toBe('no_entry');
    const error = await refusal(() => project_of_zip(zip_of({ 'app.py': new Uint8Array([0x61, 0xff]) })));
    expect(error.where).toMatchObject({ path: 'app.py', offset: 1 });
  });
});

describe('a zip bomb is stopped', () => {
  const zeros = new Uint8Array(40 * 1024 * 1024);

  test('that claims its size', async () => {
    const zip = zip_of({ 'app.py': '', 'z.bin': zeros });
    expect(await refusal_code(() => project_of_zip(zip))).toBe('bomb');
    const limits = { ...DEFAULT_LIMITS, max_unpacked: 1024 * 1024 };
    expect(await refusal_code(() => project_of_zip(zip, { limits }))).toBe('too_large');
  });

  test('that lies about its size', async () => {
    const lie = (at_size: number) => (view: DataView, at: number) => view.setUint32(at + at_size, 10, true);
    const zip = patch(patch(zip_of({ 'z.bin': zeros }), ENTRY, lie(24)), LOCAL, lie(22));
    expect(await refusal_code(() => project_of_zip(zip))).toBe('bomb');
    const short = patch(zip_of({ 'app.py': 'x'.repeat(1000) }), ENTRY, lie(24));
    expect(await refusal_code(() => project_of_zip(short))).toBe('zip_damaged');
  });

  test('of many files that are each small enough', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`${index}.bin`, zeros.subarray(0, 1024 * 1024)]),
    );
    expect(await refusal_code(() => project_of_zip(zip_of(files)))).toBe('bomb');
  });

  test('of files that share their bytes', async () => {
    const body = Uint8Array.from({ length: 3000 }, (_, index) => (index * index * 31) & 0xff);
    const zip = zip_of({ 'a.bin': body, 'b.bin': body, 'c.bin': body }, 0);
    const view = new DataView(zip.buffer);
    const end = zip.length - 22;
    const start = view.getUint32(end + 16, true);
    // One file, listed five times.
    const entry = zip.slice(start, start + 46 + 5);
    const list = concat(new Array<Uint8Array>(5).fill(entry));
    const made = concat([zip.slice(0, 30 + 5 + 3000), list, zip.slice(end)]);
    const out = new DataView(made.buffer);
    out.setUint16(made.length - 22 + 10, 5, true);
    out.setUint32(made.length - 22 + 16, 30 + 5 + 3000, true);
    const error = await refusal(() => project_of_zip(made));
    expect(error.message).toContain('overlap');
  });

  test('of too many files', async () => {
    const limits = { ...DEFAULT_LIMITS, max_files: 3 };
    const zip = zip_of({ 'app.py': '', a: '', b: '', c: '' });
    expect(await refusal_code(() => project_of_zip(zip, { limits }))).toBe('too_many_files');
  });
});

describe('a broken zip is refused with a reason', () => {
  const zip = zip_of({ 'app.py': 'print("hello hello hello hello")\n'.repeat(20) });

  test('cut anywhere', async () => {
    for (let length = 4; length < zip.length; length += 7) {
      expect(await refusal_code(() => project_of_zip(zip.slice(0, length))), `${length}`).toBe('zip_damaged');
    }
  });

  test('no zip at all', async () => {
    for (const bytes of [[], [0x50, 0x4b], [...utf8.encode('<!doctype html><p>404</p>'.repeat(9))]]) {
      expect(await refusal_code(() => project_of_zip(new Uint8Array(bytes)))).toBe('not_an_app');
    }
  });

  test('a changed byte in a file', async () => {
    const harmed = zip.slice();
    harmed[50] = (harmed[50] ?? 0) ^ 0x10;
    expect(await refusal_code(() => project_of_zip(harmed))).toBe('zip_damaged');
  });

  test.each<readonly [string, (view: DataView, at: number) => void]>([
    ['a password', (view, at) => view.setUint16(at + 8, 1, true)],
    ['an unusual way', (view, at) => view.setUint16(at + 10, 14, true)],
    ['very large archives', (view, at) => view.setUint32(at + 42, 0xffffffff, true)],
  ])('%s', async (words, change) => {
    const error = await refusal(() => project_of_zip(patch(zip, ENTRY, change)));
    expect(error.code).toBe('zip_unsupported');
    expect(error.message).toContain(words);
  });

  test('any damage gives an error of ours or an app', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.nat(255), async (at, value) => {
        const harmed = zip.slice();
        harmed[at] = value;
        try {
          project_of_zip(harmed);
        } catch (error) {
          expect((error as Error).name).toBe('ShareError');
        }
      }),
      { numRuns: 300 },
    );
  });
});
