import { expect, test } from 'vitest';
import { fewRounds } from './testing/few_rounds.ts';
import { openedVault, PASSPHRASE, withPassphrase } from './testing/fixtures.ts';
import { type MemoryStore, memoryStore } from './testing/memory_store.ts';
import { loadVault, type Vault } from './vault.ts';

const recordsIn = (store: MemoryStore) =>
  [...store.entries.keys()].filter((key) => key.startsWith('record/')).length;

async function filled(): Promise<{ readonly vault: Vault; readonly store: MemoryStore }> {
  const opened = await openedVault();
  await opened.vault.setText('keep', 'K', 'kept');
  await opened.vault.setText('drop', 'A', 'a');
  await opened.vault.setText('drop', 'B', 'b');
  return opened;
}

test('deleting an app takes its records from the store and leaves the others', async () => {
  const { vault, store } = await filled();
  await vault.deleteApp('drop');
  expect(recordsIn(store)).toBe(1);
  expect(await vault.apps()).toEqual(['keep']);
  expect(await vault.getText('keep', 'K')).toBe('kept');
});

test('deleting one record takes it from the store', async () => {
  const { vault, store } = await filled();
  await vault.delete('drop', 'A');
  expect(recordsIn(store)).toBe(2);
});

test('deleting an app works while the vault is locked, and opening it afterwards is no alarm', async () => {
  const { vault, store } = await filled();
  vault.lock();
  await vault.deleteApp('drop');
  await vault.deleteApp('drop');
  await vault.deleteApp('never there');
  expect(recordsIn(store)).toBe(1);
  expect(store.entries.get('gone')?.length).toBe(32);
  await vault.unlock(withPassphrase());
  expect(await vault.apps()).toEqual(['keep']);
  expect(await vault.get('drop', 'A')).toBeUndefined();
  await vault.setText('drop', 'A', 'again');
  expect(store.entries.has('gone')).toBe(false);
  expect(await vault.getText('drop', 'A')).toBe('again');
  expect(await vault.list('drop')).toEqual([{ name: 'A', size: 5 }]);
});

test('deleting an app without a vault leaves nothing behind', async () => {
  const store = memoryStore();
  const vault = await loadVault({ store, roundsForTestsOnly: fewRounds() });
  await vault.deleteApp('app');
  expect(store.entries.size).toBe(0);
});

test.each(['open', 'locked'])(
  'forgetting everything empties the store of a vault that is %s',
  async (kind) => {
    const { vault, store } = await filled();
    if (kind === 'locked') vault.lock();
    await vault.forget();
    expect(store.entries.size).toBe(0);
    expect(vault.state()).toEqual({ kind: 'absent' });
    await vault.create(PASSPHRASE);
    expect(await vault.apps()).toEqual([]);
  },
);

test('a new vault starts without what an old one left', async () => {
  const store = memoryStore([
    ['ledger', new Uint8Array(40)],
    ['gone', new Uint8Array(17)],
    ['record/x/y', new Uint8Array(40)],
  ]);
  const vault = await loadVault({ store, roundsForTestsOnly: fewRounds() });
  await vault.create(PASSPHRASE);
  expect([...store.entries.keys()].toSorted()).toEqual(['header', 'ledger']);
});
