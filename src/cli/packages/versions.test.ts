import { expect, it } from 'vitest';
import { fits, specifier_of } from './versions.ts';

it.each([
  ['2.2.3', '', true],
  ['2.2.3', '>=2,<3', true],
  ['2.2.3', '>=3', false],
  ['2.2.3', '==2.2.3', true],
  ['2.2', '==2.2.0', true],
  ['2.2.3', '==2.2.*', true],
  ['2.20.3', '==2.2.*', false],
  ['2.2.3', '!=2.2.*', false],
  ['2.2.3', '~=2.1', true],
  ['3.0', '~=2.1', false],
  ['2.2.3', '~=2.1.1', false],
  ['2.10', '>2.9', true],
  ['2.0rc1', '>=2.0', false],
  ['2.0.post1', '>2.0', true],
  ['2.0.dev3', '<2.0a1', true],
  ['2.0', '<=2.0,!=2.0', false],
  ['2.0+local', '==2.0', true],
  ['2.0', '===2.0', true],
  ['2.0', '>>2', false],
])('%s fits “%s”: %s', (version, specifier, expected) => {
  expect(fits(version, specifier)).toBe(expected);
});

it.each([
  ['pandas', ''],
  ['pandas [x] >=2, <3 ; python_version > "3"', '>=2,<3'],
  ['a-b.c_d(==1)', '==1'],
  ['x @ https://example.com/x-1-py3-none-any.whl', ''],
])('of %s the versions are “%s”', (requirement, expected) => {
  expect(specifier_of(requirement)).toBe(expected);
});
