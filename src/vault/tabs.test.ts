import { expect, test } from 'vitest';
import { fewRounds } from './testing/few_rounds.ts';
import { openedVault, PASSPHRASE, vaultErrorOf, withPassphrase } from './testing/fixtures.ts';
import { memoryStore } from './testing/memory_store.ts';
import { loadVault } from './vault.ts';

/** The same vault, open in two tabs. */
async function twoTabs() {
  const { vault: left, store } = await openedVault();
  const { vault: right } = await openedVault({ store });
  return { left, right, store };
}

test('each tab sees what the other wrote', async () => {
  const { left, right } = await twoTabs();
  await left.setText('app', 'K', '1');
  expect(await right.getText('app', 'K')).toBe('1');
  await right.setText('app', 'K', '2');
  expect(await left.getText('app', 'K')).toBe('2');
  await right.delete('app', 'K');
  expect(await left.get('app', 'K')).toBeUndefined();
});

test('writes of two tabs at once all arrive', async () => {
  const { left, right } = await twoTabs();
  await Promise.all([
    left.setText('app', 'a', '1'),
    right.setText('app', 'b', '2'),
    left.setText('app', 'c', '3'),
    right.setText('app', 'd', '4'),
  ]);
  for (const tab of [left, right]) {
    expect((await tab.list('app')).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  }
});

test('reading while the other tab writes is no false alarm', async () => {
  const { left, right } = await twoTabs();
  await left.setText('app', 'K', '0');
  const writes = async () => {
    for (let count = 1; count <= 20; count++) await left.setText('app', 'K', `${count}`);
  };
  const reads = async () => {
    for (let count = 0; count < 20; count++) expect(await right.getText('app', 'K')).toMatch(/^\d+$/);
  };
  await Promise.all([writes(), reads()]);
});

test('one tab locks, the other stays open', async () => {
  const { left, right } = await twoTabs();
  left.lock();
  await right.setText('app', 'K', 'v');
  expect(right.state().kind).toBe('open');
});

test('a change of passphrase in one tab does not close the other', async () => {
  const { left, right } = await twoTabs();
  await left.changePassphrase(withPassphrase(), 'a new passphrase');
  await right.setText('app', 'K', 'v');
  expect(await left.getText('app', 'K')).toBe('v');
  right.lock();
  expect((await vaultErrorOf(() => right.unlock(withPassphrase()))).code).toBe('not_opened');
});

test('an app deleted by a locked tab is gone from the open one', async () => {
  const { left, right } = await twoTabs();
  await right.setText('app', 'K', 'v');
  left.lock();
  await left.deleteApp('app');
  expect(await right.get('app', 'K')).toBeUndefined();
  await right.setText('app', 'L', 'new');
  expect(await right.list('app')).toEqual([{ name: 'L', size: 3 }]);
});

test('forgotten in one tab, absent in the other', async () => {
  const { left, right } = await twoTabs();
  await left.forget();
  expect((await vaultErrorOf(() => right.setText('app', 'K', 'v'))).code).toBe('absent');
  expect(right.state()).toEqual({ kind: 'absent' });
});

test('replaced in one tab, locked in the other, and nothing of the old one is written', async () => {
  const { left, right, store } = await twoTabs();
  await left.forget();
  await left.create('another passphrase');
  const before = new Map(store.entries);
  expect((await vaultErrorOf(() => right.setText('app', 'K', 'v'))).code).toBe('locked');
  expect(right.state().kind).toBe('locked');
  expect(store.entries).toEqual(before);
});

test('a tab learns by reload what another did', async () => {
  const store = memoryStore();
  const options = { store, roundsForTestsOnly: fewRounds() };
  const [left, right] = [await loadVault(options), await loadVault(options)];
  await left.create(PASSPHRASE);
  expect((await right.reload()).kind).toBe('locked');
  await right.unlock(withPassphrase());
  await left.forget();
  expect((await right.reload()).kind).toBe('absent');
});

test('two tabs that create at once make one vault', async () => {
  const store = memoryStore();
  const options = { store, roundsForTestsOnly: fewRounds() };
  const tabs = [await loadVault(options), await loadVault(options)];
  const results = await Promise.allSettled(tabs.map((tab) => tab.create(PASSPHRASE)));
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(tabs.map((tab) => tab.state().kind).toSorted()).toEqual(['locked', 'open']);
});

test('endless races end with a clear error', async () => {
  const store = { ...memoryStore(), commit: async () => false };
  const { store: filled } = await openedVault();
  const vault = await loadVault({ store: { ...store, read: filled.read }, roundsForTestsOnly: fewRounds() });
  await vault.unlock(withPassphrase());
  expect((await vaultErrorOf(() => vault.setText('app', 'K', 'v'))).code).toBe('busy');
  vault.lock();
  expect((await vaultErrorOf(() => vault.deleteApp('app'))).code).toBe('busy');
});
