/**
 * A second reader of our formats, written from `docs/security/vault-format.md` with `node:crypto` alone: it shares no
 * code with the vault, so a slip in the vault's own reading and writing cannot hide in it. The part above the line
 * imports nothing of ours; below it the vault writes what the reader then opens.
 */
import { createDecipheriv, createHash, hkdfSync, pbkdf2Sync } from 'node:crypto';

interface Sealed {
  readonly nonce: Buffer;
  readonly body: Buffer;
}

type Rows = readonly (readonly [app: string, name: string, value: string])[];

function place(kind: string, ...fields: readonly (string | number | Buffer)[]): Buffer {
  const parts = [`tablit-vault/1/${kind}`, ...fields].map((field) => {
    if (typeof field !== 'number') return Buffer.from(field);
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(field));
    return number;
  });
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(8);
      length.writeUInt32BE(part.length, 4);
      return [length, part];
    }),
  );
}

function decrypt(key: Buffer, { nonce, body }: Sealed, where: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(where);
  cipher.setAuthTag(body.subarray(-16));
  return Buffer.concat([cipher.update(body.subarray(0, -16)), cipher.final()]);
}

const split = (whole: Buffer): Sealed => ({ nonce: whole.subarray(0, 12), body: whole.subarray(12) });
const base64 = (text: string) => Buffer.from(text, 'base64');

function passphraseKey(passphrase: string, salt: Buffer, rounds: number): Buffer {
  return pbkdf2Sync(passphrase.normalize('NFKC'), salt, rounds, 32, 'sha256');
}

function derived(from: Buffer, kind: string, salt: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.from(hkdfSync('sha256', from, salt, place(kind), 32));
}

function readBackup(file: Uint8Array, passphrase: string): Rows {
  const { format, version, kdf, rounds, salt, sealed } = JSON.parse(Buffer.from(file).toString());
  if (format !== 'tablit-vault-backup' || version !== 1 || kdf !== 'PBKDF2-HMAC-SHA-256')
    throw new Error('no backup');
  const key = passphraseKey(passphrase, base64(salt), rounds);
  const { records } = JSON.parse(
    decrypt(key, split(base64(sealed)), place('backup', base64(salt), rounds)).toString(),
  );
  return records.map(([app, name, value]: [string, string, string]) => [
    app,
    name,
    base64(value).toString('latin1'),
  ]);
}

function readVault(stored: (key: string) => Buffer, way: { passphrase: string } | { prf: Buffer }): Rows {
  const header = JSON.parse(stored('header').toString());
  const id = base64(header.id);
  const wrapped = (slot: { nonce: string; wrapped: string }) => ({
    nonce: base64(slot.nonce),
    body: base64(slot.wrapped),
  });
  let dataKey: Buffer;
  if ('passphrase' in way) {
    const slot = header.passphrase;
    const key = passphraseKey(way.passphrase, base64(slot.salt), slot.rounds);
    dataKey = decrypt(key, wrapped(slot), place('passphrase', id, base64(slot.salt), slot.rounds));
  } else {
    const slot = header.passkeys[0];
    const key = derived(way.prf, 'key/passkey', base64(slot.salt));
    dataKey = decrypt(key, wrapped(slot), place('passkey', id, base64(slot.credential), base64(slot.salt)));
  }
  const opened = decrypt(derived(dataKey, 'key/ledger'), split(stored('ledger')), place('ledger', id));
  const ledger = JSON.parse(opened.toString());
  if (ledger.header !== createHash('sha256').update(stored('header')).digest('base64'))
    throw new Error('old header');
  const key = derived(dataKey, 'key/records');
  return ledger.records.map(([app, name, record, version]: [string, string, string, number]) => {
    const tag = createHash('sha256').update(place('app-tag', app)).digest('hex').slice(0, 32);
    const value = decrypt(key, split(stored(`record/${tag}/${record}`)), place('record', app, name, version));
    return [app, name, value.toString('latin1')];
  });
}

// ------------------------------------------------------------------------------------------------------------------

import { expect, test } from 'vitest';
import vectors from '../vectors.json';
import { openedVault, PASSPHRASE, withPassphrase } from './fixtures.ts';

const contents: Rows = [
  ['one', 'KEY', 'v'],
  ['two', 'é😀"\\', 'bytes \u0000\u00ff'],
];

async function filled() {
  const opened = await openedVault();
  await opened.vault.setText('one', 'KEY', 'an earlier value');
  for (const [app, name, value] of contents) await opened.vault.set(app, name, Buffer.from(value, 'latin1'));
  const stored = (key: string) => Buffer.from(opened.store.entries.get(key) ?? []);
  return { ...opened, stored };
}

test('another program opens our backup', async () => {
  const { vault } = await filled();
  const passphrase = 'ﬁle passphrase ☂';
  const file = await vault.exportBackup(passphrase);
  expect(readBackup(file, passphrase)).toEqual(contents);
  expect(() => readBackup(file, 'another')).toThrow();
});

test('another program opens our vault as it is stored, also after a change of passphrase', async () => {
  const { vault, stored } = await filled();
  expect(readVault(stored, { passphrase: PASSPHRASE })).toEqual(contents);
  await vault.changePassphrase(withPassphrase(), 'a new passphrase');
  expect(readVault(stored, { passphrase: 'a new passphrase' })).toEqual(contents);
  expect(() => readVault(stored, { passphrase: PASSPHRASE })).toThrow();
});

test('another program opens the vectors', () => {
  const expected = vectors.vault.records.map(({ app, name, value }) => [
    app,
    name,
    base64(value).toString('latin1'),
  ]);
  const store = new Map(Object.entries(vectors.vault.store));
  const stored = (key: string) => base64(store.get(key) ?? '');
  const { passphrase } = vectors.passphrase;
  expect(readVault(stored, { passphrase })).toEqual(expected);
  expect(readVault(stored, { prf: Buffer.from(vectors.vault.passkey.prf_output, 'hex') })).toEqual(expected);
  expect(readBackup(Buffer.from(vectors.backup.file), vectors.backup.passphrase)).toEqual(expected);
});
