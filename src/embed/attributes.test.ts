import { expect, it } from 'vitest';
import { read_attribute } from './attributes.ts';

it.each([
  ['theme', null, 'system'],
  ['theme', 'dark', 'dark'],
  ['theme', ' DARK ', 'dark'],
  ['loading', null, 'lazy'],
  ['loading', 'lazy', 'lazy'],
  ['loading', 'eager', 'eager'],
] as const)('%s=%j is %s', (name, given, value) => expect(read_attribute(name, given)).toEqual({ value }));

it.each([
  [
    'theme',
    'purple',
    'tablit-app: theme must be system, light or dark, not "purple". It is taken as system.',
  ],
  ['theme', '', 'tablit-app: theme must be system, light or dark, not "". It is taken as system.'],
  ['loading', 'late', 'tablit-app: loading must be lazy or eager, not "late". It is taken as lazy.'],
] as const)('says what is wrong with %s=%j, and takes the default', (name, given, fault) => {
  expect(read_attribute(name, given)).toMatchObject({ fault });
});
