import { expect, it } from 'vitest';
import { suits_python } from './python_version.ts';

it.each([
  ['>=3.11', true],
  ['>=3.11,<4', true],
  [' >= 3.11 , < 3.13 ', false],
  ['<3.14', false],
  ['<=3.14', false],
  ['<=3.14.2', true],
  ['>3.14.2', false],
  ['==3.14', false],
  ['==3.14.*', true],
  ['==3.12.*', false],
  ['!=3.14.*', false],
  ['!=3.13.*', true],
  ['~=3.11', true],
  ['~=3.14.1', true],
  ['~=3.13.1', false],
  ['~=2.7', false],
  ['', true],
  ['3.11', undefined],
  ['>=3.11rc1', undefined],
  ['any', undefined],
])('3.14.2 is of %j: %s', (wanted, suits) => {
  expect(suits_python(wanted, '3.14.2')).toBe(suits);
});
