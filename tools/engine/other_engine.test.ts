import { expect, test } from 'vitest';
import { with_dependencies } from './other_engine.ts';

const entry = (name: string, ...depends: string[]) => ({ name, file_name: `${name}.whl`, depends });
const lock = {
  packages: {
    numpy: entry('numpy'),
    six: entry('six'),
    'python-dateutil': entry('python-dateutil', 'six'),
    pandas: entry('pandas', 'numpy', 'python-dateutil'),
    a: entry('a', 'b'),
    b: entry('b', 'a'),
  },
};
const names = (...wanted: string[]) => with_dependencies(lock, wanted).map(({ name }) => name);

test('each package comes after what it needs, once', () => {
  expect(names('numpy', 'pandas')).toEqual(['numpy', 'six', 'python-dateutil', 'pandas']);
});

test('packages that need each other are both there', () => {
  expect(names('a').toSorted()).toEqual(['a', 'b']);
});

test('an unknown package is named', () => {
  expect(() => names('torch')).toThrow(/torch/);
});
