import { expect, it } from 'vitest';
import { type SecretValue, secrets_json } from './secrets.ts';

const json = (value: SecretValue) =>
  secrets_json({ kind: 'present', values: new Map([['k', value]]) }).slice(
    '{"kind":"present","values":{"k":'.length,
    -2,
  );

it.each<[string, SecretValue, string]>([
  ['a text', 'sk-"1"', '"sk-\\"1\\""'],
  ['an integer that no number holds', 9007199254740993n, '9007199254740993'],
  ['a float without a fraction', 1, '1.0'],
  ['minus zero', -0, '-0.0'],
  ['a large float', 1e30, '1e+30'],
  ['no number', Number.NaN, 'NaN'],
  ['infinity', -Infinity, '-Infinity'],
  ['a truth', true, 'true'],
  ['a list', [1n, 'a', []], '["list",1,"a",["list"]]'],
  ['a date', { moment: 'date', text: '2026-01-02' }, '["date","2026-01-02"]'],
  ['a table with a name that objects have', new Map([['__proto__', 'x']]), '{"__proto__":"x"}'],
])('writes %s', (_name, value, text) => {
  expect(json(value)).toBe(text);
});

it('writes what is not there as it is', () => {
  expect(secrets_json({ kind: 'absent' })).toBe('{"kind":"absent"}');
});
