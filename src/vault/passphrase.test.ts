import { expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { platformCrypto } from './crypto_port.ts';
import { checkNewPassphrase, deriveFromPassphrase, passphraseBytes } from './passphrase.ts';
import { vaultErrorOf } from './testing/fixtures.ts';

test('a passphrase typed on another system is the same: NFKC before UTF-8', () => {
  expect(passphraseBytes('e\u0301\u00a0ﬁ')).toEqual(utf8('é fi'));
});

test.each([
  ['seven77', 'weak_passphrase'],
  ['', 'weak_passphrase'],
  [`${' '.repeat(20)}x`, 'weak_passphrase'],
  ['😀😀😀😀😀😀😀', 'weak_passphrase'],
  [`broken \ud800 text`, 'malformed'],
  ['x'.repeat(5000), 'malformed'],
  [undefined, 'malformed'],
  [{ length: 20 }, 'malformed'],
])('%j is refused as a new passphrase: %s', async (passphrase, code) => {
  expect((await vaultErrorOf(() => checkNewPassphrase(passphrase))).code).toBe(code);
});

test('eight characters are enough', () => {
  expect(() => checkNewPassphrase('😀😀😀😀😀😀😀😀')).not.toThrow();
});

test('the derived key cannot be exported', async () => {
  const key = await deriveFromPassphrase(platformCrypto(), 'a passphrase', new Uint8Array(16), 1, 'wrap');
  expect(key.extractable).toBe(false);
  expect(key.usages.toSorted()).toEqual(['unwrapKey', 'wrapKey']);
});
