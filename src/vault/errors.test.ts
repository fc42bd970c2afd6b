import { expect, test } from 'vitest';
import { isVaultError, VaultError } from './errors.ts';

test('an error says what, where and what to do, and crosses a port as data', () => {
  const error = new VaultError('malformed', 'backup: salt: expected 16 bytes in base64');
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    code: 'malformed',
    message: 'This is not what the vault expects: backup: salt: expected 16 bytes in base64',
    hint: 'Check where the data comes from.',
  });
  expect(isVaultError(error, 'malformed')).toBe(true);
  expect(isVaultError(error, 'locked')).toBe(false);
  expect(isVaultError(new Error('malformed'))).toBe(false);
});

test('a cause is kept where there is one, and only there', () => {
  const cause = new Error('quota');
  expect(new VaultError('storage', undefined, cause).cause).toBe(cause);
  expect('cause' in new VaultError('not_opened')).toBe(false);
});
