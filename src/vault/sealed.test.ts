import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hex, utf8 } from './bytes.ts';
import { platformCrypto } from './crypto_port.ts';
import { layout } from './layout.ts';
import { seal, unseal } from './sealed.ts';
import { flipped, vaultErrorOf } from './testing/fixtures.ts';

const port = platformCrypto();
const newKey = () => port.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const here = layout('record', 'app', 'name', 1);

test('what is sealed comes back, whatever it is', async () => {
  const key = await newKey();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), async (plain) => {
      const sealed = await seal(port, key, here, Uint8Array.from(plain));
      expect(sealed.length).toBe(plain.length + 28);
      expect(await unseal(port, key, here, sealed)).toEqual(Uint8Array.from(plain));
    }),
  );
});

test('the nonce is fresh each time', async () => {
  const key = await newKey();
  const nonces = new Set<string>();
  for (let count = 0; count < 50; count++) {
    nonces.add(hex((await seal(port, key, here, utf8('same'))).subarray(0, 12)));
  }
  expect(nonces.size).toBe(50);
});

test('every single bit counts', async () => {
  const key = await newKey();
  const sealed = await seal(port, key, here, utf8('value'));
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    expect((await vaultErrorOf(() => unseal(port, key, here, flipped(sealed, bit)))).code).toBe('not_opened');
  }
});

test('another place, another key, a short or a missing record do not open', async () => {
  const key = await newKey();
  const sealed = await seal(port, key, here, utf8('value'));
  const errors = [
    await vaultErrorOf(() => unseal(port, key, layout('record', 'app', 'name', 2), sealed)),
    await vaultErrorOf(async () => unseal(port, await newKey(), here, sealed)),
    await vaultErrorOf(() => unseal(port, key, here, sealed.subarray(0, 27))),
    await vaultErrorOf(() => unseal(port, key, here, new Uint8Array(0))),
    await vaultErrorOf(() => unseal(port, key, here, undefined)),
  ];
  for (const error of errors) expect(error.toJSON()).toEqual(errors[0]?.toJSON());
  expect(errors[0]?.code).toBe('not_opened');
});
