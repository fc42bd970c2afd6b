import { expect, test } from 'vitest';
import { openBackup, sealBackup } from './backup.ts';
import { fromUtf8, utf8 } from './bytes.ts';
import { platformCrypto } from './crypto_port.ts';
import { ACCEPTED_ROUNDS } from './rounds.ts';
import { fewRounds } from './testing/few_rounds.ts';
import { openedVault, PASSPHRASE, vaultErrorOf, withPassphrase } from './testing/fixtures.ts';
import { memoryStore } from './testing/memory_store.ts';
import { tracedCrypto } from './testing/traced_crypto.ts';
import { loadVault } from './vault.ts';

const FILE_PASSPHRASE = 'for the file only';
interface Whole {
  readonly sealed: string;
}

const roundsForTestsOnly = fewRounds();

async function exported() {
  const opened = await openedVault();
  await opened.vault.setText('a', 'K', 'from the file');
  await opened.vault.set('b', 'BYTES', Uint8Array.of(1, 2, 255));
  return { ...opened, file: await opened.vault.exportBackup(FILE_PASSPHRASE) };
}

test('a backup makes a new vault where there is none, under its own passphrase', async () => {
  const { file } = await exported();
  const store = memoryStore();
  const vault = await loadVault({ store, roundsForTestsOnly });
  expect(await vault.importBackup(file, FILE_PASSPHRASE, 'keep')).toEqual({ added: 2, replaced: 0, kept: 0 });
  expect(vault.state().kind).toBe('open');
  vault.lock();
  await vault.unlock(withPassphrase(FILE_PASSPHRASE));
  expect(await vault.getText('a', 'K')).toBe('from the file');
  expect(await vault.get('b', 'BYTES')).toEqual(Uint8Array.of(1, 2, 255));
});

test('into an open vault it adds, and keeps or replaces what is there, as asked', async () => {
  const { file } = await exported();
  const { vault } = await openedVault();
  await vault.setText('a', 'K', 'from the vault');
  expect(await vault.importBackup(file, FILE_PASSPHRASE, 'keep')).toEqual({ added: 1, replaced: 0, kept: 1 });
  expect(await vault.getText('a', 'K')).toBe('from the vault');
  expect(await vault.importBackup(file, FILE_PASSPHRASE, 'replace')).toEqual({
    added: 0,
    replaced: 2,
    kept: 0,
  });
  expect(await vault.getText('a', 'K')).toBe('from the file');
  vault.lock();
  await vault.unlock(withPassphrase());
});

test('an empty vault has a backup, too', async () => {
  const { vault } = await openedVault();
  const file = await vault.exportBackup(FILE_PASSPHRASE);
  expect(await vault.importBackup(file, FILE_PASSPHRASE, 'replace')).toEqual({
    added: 0,
    replaced: 0,
    kept: 0,
  });
});

test('a backup shows nothing, and two of the same vault have nothing in common', async () => {
  const { vault, file } = await exported();
  const text = fromUtf8(file) ?? '';
  const other = fromUtf8(await vault.exportBackup(FILE_PASSPHRASE)) ?? '';
  const [a, b] = [JSON.parse(text), JSON.parse(other)];
  expect(Object.keys(a)).toEqual(['format', 'version', 'kdf', 'rounds', 'salt', 'sealed']);
  expect([a.salt, a.sealed.slice(0, 16)]).not.toEqual([b.salt, b.sealed.slice(0, 16)]);
});

test('a damaged record stops the export instead of leaving it out', async () => {
  const { vault, store } = await exported();
  const key = [...store.entries.keys()].find((candidate) => candidate.startsWith('record/')) ?? '';
  store.entries.delete(key);
  expect((await vaultErrorOf(() => vault.exportBackup(FILE_PASSPHRASE))).code).toBe('not_opened');
});

test('the wrong passphrase and a changed file answer alike and cost the same; nothing is imported', async () => {
  const { file } = await exported();
  const whole = JSON.parse(fromUtf8(file) ?? '');
  const swap = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
  const crypto = tracedCrypto();
  const failure = async (fields: object, passphrase: string) => {
    const store = memoryStore();
    const vault = await loadVault({ store, crypto, roundsForTestsOnly });
    crypto.calls.length = 0;
    const changed = utf8(JSON.stringify(fields));
    const error = await vaultErrorOf(() => vault.importBackup(changed, passphrase, 'replace'));
    expect([...store.entries.keys(), vault.state().kind]).toEqual(['absent']);
    return [error.toJSON(), error.cause, [...crypto.calls]];
  };
  const wrong = await failure(whole, 'FOR the file only');
  expect(wrong[0]).toMatchObject({ code: 'not_opened' });
  expect(await failure({ ...whole, sealed: swap(whole.sealed) }, FILE_PASSPHRASE)).toEqual(wrong);
  expect(await failure({ ...whole, salt: swap(whole.salt) }, FILE_PASSPHRASE)).toEqual(wrong);
  const rounds = await failure({ ...whole, rounds: whole.rounds + 1 }, FILE_PASSPHRASE);
  expect(rounds[0]).toEqual(wrong[0]);
});

test.each([
  ['no JSON', () => 'PK\u0003\u0004', 'malformed', 'backup: expected JSON'],
  [
    'the vault itself',
    (whole) => ({ ...whole, format: 'tablit-vault' }),
    'malformed',
    'format tablit-vault-backup',
  ],
  ['a newer version', (whole) => ({ ...whole, version: 2, more: [] }), 'newer_format', 'backup version 2'],
  ['version 0', (whole) => ({ ...whole, version: 0 }), 'malformed', 'backup: version'],
  ['a field more', (whole) => ({ ...whole, more: 1 }), 'malformed', 'exactly the fields'],
  ['too many rounds', (whole) => ({ ...whole, rounds: 1e9 }), 'malformed', 'backup: rounds'],
  ['half a round', (whole) => ({ ...whole, rounds: 1.5 }), 'malformed', 'backup: rounds'],
  ['a short salt', (whole) => ({ ...whole, salt: 'AAAA' }), 'malformed', 'backup: salt'],
  ['nothing sealed', (whole) => ({ ...whole, sealed: '' }), 'malformed', 'backup: sealed'],
  ['spaces in base64', (whole) => ({ ...whole, sealed: ` ${whole.sealed}` }), 'malformed', 'backup: sealed'],
] satisfies [string, (whole: Whole) => unknown, string, string][])(
  'a backup is refused: %s',
  async (_, change, code, where) => {
    const { vault, file } = await exported();
    const changed = change(JSON.parse(fromUtf8(file) ?? ''));
    const bytes = utf8(typeof changed === 'string' ? changed : JSON.stringify(changed));
    const error = await vaultErrorOf(() => vault.importBackup(bytes, FILE_PASSPHRASE, 'replace'));
    expect(error.code).toBe(code);
    expect(error.message).toContain(where);
    expect(await vault.getText('a', 'K')).toBe('from the file');
  },
);

test('a file of more than 40 MiB is not even parsed', async () => {
  const { vault } = await openedVault();
  const file = new Uint8Array(40 * 1024 * 1024 + 1);
  expect((await vaultErrorOf(() => vault.importBackup(file, FILE_PASSPHRASE, 'keep'))).code).toBe(
    'too_large',
  );
});

test('whoever knows the passphrase can still not bring in a record twice, or at a bad place', async () => {
  const port = platformCrypto();
  const value = utf8('v');
  const bad = [
    [
      { app: 'a', name: 'b', value },
      { app: 'a', name: 'b', value },
    ],
    [{ app: '', name: 'b', value }],
    [{ app: 'a', name: 'b\n', value }],
    [{ app: 'a', name: 'b', value: new Uint8Array(2 * 1024 * 1024) }],
  ];
  for (const records of bad) {
    const file = await sealBackup(port, roundsForTestsOnly, PASSPHRASE, records);
    expect((await vaultErrorOf(() => openBackup(port, 1, PASSPHRASE, file))).code).toBe('malformed');
  }
});

test('a file with fewer rounds than 600,000 is refused by default, a weak passphrase always', async () => {
  const { vault, file } = await exported();
  const refused = () => openBackup(platformCrypto(), ACCEPTED_ROUNDS, FILE_PASSPHRASE, file);
  expect((await vaultErrorOf(refused)).message).toContain('backup: rounds');
  expect((await vaultErrorOf(() => vault.exportBackup('short'))).code).toBe('weak_passphrase');
});
