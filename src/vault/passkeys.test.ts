import { expect, test } from 'vitest';
import { VaultError } from './errors.ts';
import { openedVault, PASSPHRASE, vaultErrorOf, withPassphrase } from './testing/fixtures.ts';
import { softPasskeys } from './testing/soft_passkeys.ts';

const passkey = { kind: 'passkey' } as const;

async function withPasskey() {
  const passkeys = softPasskeys();
  const opened = await openedVault({ passkeys });
  await opened.vault.addPasskey(withPassphrase(), 'Laptop');
  await opened.vault.setText('app', 'K', 'v');
  return { ...opened, passkeys };
}

test('a passkey is a second way in; the passphrase stays one', async () => {
  const { vault } = await withPasskey();
  vault.lock();
  const state = vault.state();
  expect(state.kind === 'locked' && state.passkeys.map(({ label }) => label)).toEqual(['Laptop']);
  await vault.unlock(passkey);
  expect(await vault.getText('app', 'K')).toBe('v');
  vault.lock();
  await vault.unlock(withPassphrase());
  expect(await vault.getText('app', 'K')).toBe('v');
});

test('who forgot the passphrase sets a new one with the passkey', async () => {
  const { vault } = await withPasskey();
  vault.lock();
  await vault.changePassphrase(passkey, 'a new passphrase');
  vault.lock();
  await vault.unlock(withPassphrase('a new passphrase'));
  vault.lock();
  await vault.unlock(passkey);
});

test('several passkeys open the same vault, and one adds another', async () => {
  const { vault, store } = await withPasskey();
  await vault.addPasskey(passkey, 'Phone');
  const other = softPasskeys();
  const { vault: elsewhere } = await openedVault({ store, passkeys: other });
  await elsewhere.addPasskey(withPassphrase(), 'Key');
  vault.lock();
  await vault.unlock(passkey);
  elsewhere.lock();
  await elsewhere.unlock(passkey);
  const state = elsewhere.state();
  expect(state.kind === 'open' && state.passkeys.map(({ label }) => label)).toEqual([
    'Laptop',
    'Phone',
    'Key',
  ]);
});

test('a removed passkey does not open, and putting its slot back is noticed', async () => {
  const { vault, store } = await withPasskey();
  const state = vault.state();
  const [first] = state.kind === 'open' ? state.passkeys : [];
  const old = store.entries.get('header');
  await vault.removePasskey('unknown');
  await vault.removePasskey(first?.id ?? '');
  expect(vault.state()).toEqual({ kind: 'open', passkeys: [] });
  vault.lock();
  expect((await vaultErrorOf(() => vault.unlock(passkey))).code).toBe('passkey_unavailable');
  if (old) store.entries.set('header', old);
  expect((await vaultErrorOf(() => vault.unlock(passkey))).code).toBe('not_opened');
});

test('an authenticator that gives another secret opens nothing, with the one error', async () => {
  const { vault, passkeys } = await withPasskey();
  vault.lock();
  const evaluate = passkeys.evaluate;
  passkeys.evaluate = async (credentials) => {
    const answer = await evaluate(credentials);
    answer.output.fill(1);
    return answer;
  };
  const error = await vaultErrorOf(() => vault.unlock(passkey));
  const wrong = await vaultErrorOf(() => vault.unlock(withPassphrase('wrong passphrase')));
  expect(error.toJSON()).toEqual(wrong.toJSON());
});

test('the secret of a passkey is overwritten after use', async () => {
  const { vault, passkeys } = await withPasskey();
  const outputs: Uint8Array[] = [];
  const evaluate = passkeys.evaluate;
  passkeys.evaluate = async (credentials) => {
    const answer = await evaluate(credentials);
    outputs.push(answer.output);
    return answer;
  };
  vault.lock();
  await vault.unlock(passkey);
  expect(outputs.map((output) => output.every((byte) => byte === 0))).toEqual([true]);
});

test('cancelled, missing and foreign passkeys say what they are and change nothing', async () => {
  const { vault, store, passkeys } = await withPasskey();
  const before = new Map(store.entries);
  vault.lock();
  passkeys.clear();
  expect((await vaultErrorOf(() => vault.unlock(passkey))).code).toBe('passkey_cancelled');
  passkeys.evaluate = async () => ({ credential: Uint8Array.of(9), output: new Uint8Array(32) });
  expect((await vaultErrorOf(() => vault.unlock(passkey))).code).toBe('passkey_unavailable');
  passkeys.create = async () => {
    throw new VaultError('passkey_cancelled');
  };
  expect((await vaultErrorOf(() => vault.addPasskey(withPassphrase(), 'New'))).code).toBe(
    'passkey_cancelled',
  );
  expect((await vaultErrorOf(() => vault.addPasskey(withPassphrase(), ''))).code).toBe('malformed');
  expect(store.entries).toEqual(before);
  const { vault: without } = await openedVault({ store });
  expect((await vaultErrorOf(() => without.addPasskey(withPassphrase(), 'New'))).code).toBe(
    'passkey_unavailable',
  );
});

test('a backup leaves the passkeys behind', async () => {
  const { vault } = await withPasskey();
  const file = await vault.exportBackup(PASSPHRASE);
  await vault.forget();
  await vault.importBackup(file, PASSPHRASE, 'keep');
  expect(vault.state()).toEqual({ kind: 'open', passkeys: [] });
});
