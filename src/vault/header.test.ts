import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromUtf8, utf8 } from './bytes.ts';
import { isVaultError } from './errors.ts';
import { type Header, parseHeader, printHeader } from './header.ts';
import { ACCEPTED_ROUNDS } from './rounds.ts';
import { vaultErrorOf } from './testing/fixtures.ts';

const bytes = (length: number) => new Uint8Array(length).fill(length);
const slot = { nonce: bytes(12), wrapped: bytes(48) };
const header: Header = {
  id: bytes(16),
  passphrase: { rounds: 700_000, salt: bytes(16), ...slot },
  passkeys: [{ credential: bytes(20), label: 'Laptop', salt: bytes(32), ...slot }],
};
const printed = fromUtf8(printHeader(header)) ?? '';

test('a header comes back as it was', () => {
  expect(parseHeader(printHeader(header), ACCEPTED_ROUNDS)).toEqual(header);
});

describe('a header is refused with the place of its fault', () => {
  test.each([
    ['not JSON', (text: string) => text.slice(1), 'malformed', 'vault: expected JSON'],
    [
      'another format',
      (text: string) => text.replace('tablit-vault', 'other'),
      'malformed',
      'format tablit-vault',
    ],
    [
      'a newer version',
      (text: string) => text.replace('"version":1', '"version":2,"more":0'),
      'newer_format',
      'version 2',
    ],
    [
      'a version that is none',
      (text: string) => text.replace('"version":1', '"version":"1"'),
      'malformed',
      'vault: version:',
    ],
    [
      'few rounds',
      (text: string) => text.replace('700000', '599999'),
      'malformed',
      'vault: passphrase: rounds:',
    ],
    [
      'endless rounds',
      (text: string) => text.replace('700000', '4000000000'),
      'malformed',
      'vault: passphrase: rounds:',
    ],
    [
      'another derivation',
      (text: string) => text.replace('SHA-256', 'SHA-1'),
      'malformed',
      'vault: passphrase: kdf:',
    ],
    [
      'a short nonce',
      (text: string) => text.replace('"nonce":"DAwM', '"nonce":"'),
      'malformed',
      'vault: passphrase: nonce:',
    ],
    [
      'one field more',
      (text: string) => text.replace('{', '{"__proto__":{},'),
      'malformed',
      'exactly the fields',
    ],
    ['no label', (text: string) => text.replace('Laptop', ''), 'malformed', 'vault: passkeys[0]: label:'],
    ['an array', () => '[]', 'malformed', 'vault:'],
    ['null', () => 'null', 'malformed', 'vault:'],
  ] as const)('%s', async (_, change, code, where) => {
    const error = await vaultErrorOf(() => parseHeader(utf8(change(printed)), ACCEPTED_ROUNDS));
    expect(error.code).toBe(code);
    expect(error.message).toContain(where);
  });

  test('bytes that are no UTF-8, and too many of them', async () => {
    expect((await vaultErrorOf(() => parseHeader(Uint8Array.of(0xff), 1))).code).toBe('malformed');
    expect((await vaultErrorOf(() => parseHeader(new Uint8Array(1e6), 1))).code).toBe('too_large');
  });
});

test('no JSON makes the parser throw anything but a VaultError', () => {
  const field = fc.constantFrom(
    'format',
    'version',
    'id',
    'passphrase',
    'passkeys',
    '__proto__',
    'constructor',
  );
  const anything = fc.oneof(
    fc.json(),
    fc.dictionary(field, fc.jsonValue()).map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(anything, (text) => {
      try {
        parseHeader(utf8(text), 1);
      } catch (error) {
        expect(isVaultError(error)).toBe(true);
      }
    }),
  );
});
