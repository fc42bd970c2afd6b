import { expect, test } from 'vitest';
import { install_directory, package_label } from './packages.ts';

const lock = {
  info: {},
  packages: {
    openblas: { file_name: 'openblas-0.3.26.zip', install_dir: 'dynlib' },
    numpy: { file_name: 'numpy-2.0.2-cp312-cp312-pyodide_2024_0_wasm32.whl', install_dir: 'site' },
  },
};

test.each([
  ['numpy-2.0.2-cp312-cp312-pyodide_2024_0_wasm32.whl', '/site'],
  ['requests-2.32.5-py3-none-any.whl', '/site'],
  ['openblas-0.3.26.zip', '/usr/lib'],
  ['something.zip', '/site'],
])('%s is unpacked into %s', (file_name, directory) => {
  expect(install_directory(lock, file_name, '/site')).toBe(directory);
});

test('a package is announced by name and size', () => {
  const data = new Blob([new Uint8Array(2000)]);
  expect(package_label({ name: 'numpy', file_name: 'numpy.whl', data })).toBe('numpy (2 KB)');
});
