import { expect, test } from 'vitest';
import { createVault, openVault } from './access.ts';
import { openBackup, sealBackup } from './backup.ts';
import { type Bytes, fromUtf8, hex, utf8 } from './bytes.ts';
import { cacheMac } from './cache_mac.ts';
import { type CryptoPort, platformCrypto } from './crypto_port.ts';
import { parseHeader, printHeader } from './header.ts';
import { deriveKeys, derivePasskeyKey } from './keys.ts';
import { type Kind, layout } from './layout.ts';
import { parseLedger, printLedger } from './ledger.ts';
import { deriveFromPassphrase, passphraseBytes } from './passphrase.ts';
import { recordPlace } from './records.ts';
import { ACCEPTED_ROUNDS, calibratedRounds } from './rounds.ts';
import { seal } from './sealed.ts';
import { fewRounds } from './testing/few_rounds.ts';
import { memoryStore } from './testing/memory_store.ts';
import { appTag } from './tombstones.ts';
import { loadVault } from './vault.ts';
import vectors from './vectors.json';
import { passkeyPlace, passphrasePlace, rewrap } from './wrapping.ts';

const unhex = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'hex'));
const unbase64 = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'base64'));
const port = platformCrypto();

/** Real cryptography whose random bytes are these, in this order. */
function drawing(...draws: readonly string[]): CryptoPort {
  const left = draws.map(unhex);
  return {
    ...port,
    random(length) {
      const next = left.shift();
      if (next?.length !== length) throw new Error(`a draw of ${length} bytes was not foreseen`);
      return next;
    },
  };
}

const { vault, backup } = vectors;
const store = () => memoryStore(Object.entries(vault.store).map(([key, value]) => [key, unbase64(value)]));
const expected = vault.records.map(({ app, name, value }) => ({ app, name, value: unbase64(value) }));

test.each(vectors.layouts)('layout of $kind $fields', ({ kind, fields, hex: bytes }) => {
  expect(hex(layout(kind as Kind, ...fields))).toBe(bytes);
});

test.each(vectors.app_tags)('the tag of $app', async ({ app, tag }) => {
  expect(await appTag(port, app)).toBe(tag);
});

test('the passphrase is normalised as the vector says', () => {
  expect(hex(passphraseBytes(vectors.passphrase.passphrase))).toBe(vectors.passphrase.normalised_utf8);
});

test('the whole vault opens with the passphrase and gives every record', async () => {
  const opened = await loadVault({ store: store() });
  await opened.unlock({ kind: 'passphrase', passphrase: vectors.passphrase.passphrase });
  for (const { app, name, value } of expected) expect(await opened.get(app, name)).toEqual(value);
  expect(await opened.apps()).toEqual(['weather', '数据 app']);
  for (const { app, name, entry, mac } of vectors.cache_macs) {
    expect(hex(await opened.cacheMac.sign(app, name, unbase64(entry)))).toBe(mac);
  }
});

test('the whole vault opens with the passkey', async () => {
  const passkeys = {
    create: () => Promise.reject(new Error('not asked')),
    evaluate: async () => ({
      credential: unhex(vault.passkey.credential),
      output: unhex(vault.passkey.prf_output),
    }),
  };
  const deps = { port, store: store(), rounds: calibratedRounds, passkeys };
  const session = await openVault(deps, { kind: 'passkey' });
  expect(session.seen.ledger.counter).toBe(6);
});

test('header and ledger are written byte by byte as the vectors have them', () => {
  const header = unbase64(vault.store.header);
  expect(fromUtf8(printHeader(parseHeader(header, ACCEPTED_ROUNDS)))).toBe(fromUtf8(header));
  expect(fromUtf8(printLedger(parseLedger(utf8(vault.ledger.text))))).toBe(vault.ledger.text);
});

test('with the same key and nonce, records and ledger seal to the same bytes', async () => {
  const dataKey = await port.subtle.importKey('raw', unhex(vault.data_key), 'HKDF', false, ['deriveKey']);
  const keys = await deriveKeys(port, dataKey);
  for (const { app, name, version, value, nonce, sealed } of vault.records) {
    const place = recordPlace({ app, name, version });
    expect(await seal(drawing(nonce), keys.records, place, unbase64(value))).toEqual(unbase64(sealed));
  }
  const place = layout('ledger', unhex(vault.id));
  expect(await seal(drawing(vault.ledger.nonce), keys.ledger, place, utf8(vault.ledger.text))).toEqual(
    unbase64(vault.store.ledger),
  );
  const mac = cacheMac(port, () => keys.cacheMac);
  expect(hex(await mac.sign('weather', 'load(1)', utf8('a pickle')))).toBe(vectors.cache_macs[0]?.mac);
});

test('re-wrapping the data key from the passphrase to the passkey gives the bytes of its slot', async () => {
  const id = unhex(vault.id);
  const { passphrase } = parseHeader(unbase64(vault.store.header), ACCEPTED_ROUNDS);
  const from = {
    key: await deriveFromPassphrase(
      port,
      vectors.passphrase.passphrase,
      passphrase.salt,
      passphrase.rounds,
      'wrap',
    ),
    place: passphrasePlace(id, passphrase),
    nonce: passphrase.nonce,
    wrapped: passphrase.wrapped,
  };
  const salt = unhex(vault.passkey.salt);
  const key = await derivePasskeyKey(port, unhex(vault.passkey.prf_output), salt);
  const place = passkeyPlace(id, { credential: unhex(vault.passkey.credential), salt });
  const slot = await rewrap(drawing(vault.passkey.nonce), from, { key, place });
  expect(hex(slot.wrapped)).toBe(vault.passkey.wrapped);
});

test('the backup opens, and the same salt and nonce give the same file', async () => {
  const file = utf8(backup.file);
  expect(await openBackup(port, ACCEPTED_ROUNDS, backup.passphrase, file)).toEqual(expected);
  const policy = { ...calibratedRounds, choose: async () => vectors.passphrase.rounds };
  const made = await sealBackup(drawing(backup.salt, backup.nonce), policy, backup.passphrase, expected);
  expect(fromUtf8(made)).toBe(backup.file);
});

test('a vault of ours has exactly the parts of the vector', async () => {
  const own = memoryStore();
  await createVault({ port, store: own, rounds: fewRounds(), passkeys: undefined }, 'long enough', expected);
  const shape = (keys: Iterable<string>) =>
    [...keys].map((key) => key.replace(/[0-9a-f]{32}$/, 'ID')).toSorted();
  expect(shape(own.entries.keys())).toEqual(shape(Object.keys(vault.store)));
});
