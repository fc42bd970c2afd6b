import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { temporary_folder } from '../testing/folder.ts';
import { closure, read_lock } from './lock.ts';
import { failure_in, tags_of } from './pip.ts';
import { check_locked, from_folder } from './sources.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const row = (name: string, version: string, depends: string[], content = name) => ({
  name,
  version,
  depends,
  file_name: `${name}-${version}-cp314-cp314-x.whl`,
  sha256: sha256(content),
});
const lock = read_lock(
  JSON.stringify({
    info: { python: '3.14.2', abi_version: '2026_0' },
    packages: {
      pandas: row('pandas', '2.2.3', ['numpy', 'Python_dateutil', 'not-here']),
      numpy: row('numpy', '2.0.2', []),
      'python-dateutil': row('python-dateutil', '2.9', ['six', 'pandas']),
      six: row('six', '1.17', [], 'other bytes'),
    },
  }),
);

it('brings what is needed first, once, in a circle too', () => {
  expect(closure(lock, ['pandas', 'numpy']).map(({ name }) => name)).toEqual([
    'numpy',
    'six',
    'python-dateutil',
    'pandas',
  ]);
});

it('takes wheels that lie beside the engine, by name, size and hash', async () => {
  const folder = await temporary_folder({ 'numpy-2.0.2-cp314-cp314-x.whl': 'numpy' });
  const [wheel] = await from_folder(lock, folder.path, ['numpy>=2']);
  expect(wheel?.listed).toEqual({
    name: 'numpy',
    version: '2.0.2',
    file_name: 'numpy-2.0.2-cp314-cp314-x.whl',
    sha256: sha256('numpy'),
    size: 5,
    file: 'packages/numpy-2.0.2-cp314-cp314-x.whl',
  });
});

it('refuses a wheel that is gone or not the one that is listed', async () => {
  const folder = await temporary_folder({ 'six-1.17-cp314-cp314-x.whl': 'six' });
  await expect(from_folder(lock, folder.path, ['numpy'])).rejects.toMatchObject({ code: 'packages_failed' });
  await expect(from_folder(lock, folder.path, ['six'])).rejects.toMatchObject({ code: 'packages_failed' });
});

it('names the package that has no build, and the version that there is', () => {
  const refusal = (requirement: string) => {
    try {
      check_locked(lock, requirement, 'Why.');
      return undefined;
    } catch (error) {
      return error;
    }
  };
  expect(refusal('Pandas>=2')).toBeUndefined();
  expect(refusal('uvloop')).toMatchObject({ code: 'no_wheel', message: expect.stringContaining('uvloop') });
  expect(refusal('pandas>=3')).toMatchObject({ hint: expect.stringContaining('pandas 2.2.3') });
});

it.each([
  ['3.14.2', '2026_0', { version: '3.14', abi: 'cp314', platform: 'pyemscripten_2026_0_wasm32' }],
  ['3.12.7', '2024_0', { version: '3.12', abi: 'cp312', platform: 'pyodide_2024_0_wasm32' }],
])('Python %s, %s has its tags', (python, abi_version, tags) => {
  expect(tags_of({ python, abi_version })).toEqual(tags);
});

it.each([
  ['ERROR: Could not find a version\nERROR: No matching distribution found for x\n', 'none'],
  [
    'WARNING: Retrying (Retry(total=1)) after connection broken\nERROR: No matching distribution found for x',
    'unreachable',
  ],
])('pip’s complaints are told apart', (complaints, kind) => {
  expect(failure_in(complaints)).toEqual({ kind, reason: 'ERROR: No matching distribution found for x' });
});
