import { expect, it } from 'vitest';
import { closure, read_lock, tags_of } from './lock.ts';

const row = (name: string, ...depends: string[]) => ({
  name,
  version: '1',
  file_name: `${name}-1-x.whl`,
  sha256: '',
  depends,
});
const lock = read_lock(
  JSON.stringify({
    info: { python: '3.12.7', abi_version: '2024_0', version: '0.27.7' },
    packages: {
      pandas: row('pandas', 'numpy', 'Python_dateutil', 'not-here'),
      numpy: row('numpy'),
      'python-dateutil': row('python-dateutil', 'six', 'pandas'),
      six: row('six'),
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

it.each([
  ['3.14.2', '2026_0', { version: '3.14.2', abi: 'cp314', platform: 'pyemscripten_2026_0_wasm32' }],
  ['3.12.7', '2024_0', { version: '3.12.7', abi: 'cp312', platform: 'pyodide_2024_0_wasm32' }],
])('Python %s, %s has its tags', (python, abi_version, tags) => {
  expect(tags_of({ python, abi_version })).toEqual(tags);
});
