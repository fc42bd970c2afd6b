import { expect, it } from 'vitest';
import { strength_of } from './strength.ts';

it.each([
  ['', 'weak'],
  ['short', 'weak'],
  ['password123', 'weak'],
  ['aaaaaaaaaaaaaaaa', 'weak'],
  ['12345678', 'weak'],
  ['horse battery', 'weak'],
  ['horse battery staple', 'fair'],
  ['horse battery staple correct', 'strong'],
  ['k7#Vq-2mZ!xT', 'strong'],
  ['Tr0ub4dor', 'fair'],
  ['паровоз идёт на север быстро', 'strong'],
] as const)('finds %j %s', (passphrase, level) => {
  expect(strength_of(passphrase).level).toBe(level);
});

it('never decreases its bar when a word is added', () => {
  const words = 'window staple harbour violin cactus'.split(' ');
  const shares = words.map((_, index) => strength_of(words.slice(0, index + 1).join(' ')).share);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
});
