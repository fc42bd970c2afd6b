import { describe, expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { platformCrypto } from './crypto_port.ts';
import { parseHeader } from './header.ts';
import { limits } from './limits.ts';
import { ACCEPTED_ROUNDS } from './rounds.ts';
import { fewRounds } from './testing/few_rounds.ts';
import { openedVault, PASSPHRASE, vaultErrorOf, withPassphrase } from './testing/fixtures.ts';
import { memoryStore } from './testing/memory_store.ts';
import { loadVault } from './vault.ts';

const roundsForTestsOnly = fewRounds();

describe('life', () => {
  test('a vault goes from absent to open to locked to open, and says so', async () => {
    const store = memoryStore();
    const vault = await loadVault({ store, roundsForTestsOnly });
    const kinds: string[] = [vault.state().kind];
    const stop = vault.subscribe((state) => kinds.push(state.kind));
    await vault.create(PASSPHRASE);
    vault.lock();
    vault.lock();
    await vault.unlock(withPassphrase());
    stop();
    vault.lock();
    expect(kinds).toEqual(['absent', 'open', 'locked', 'open']);
  });

  test('a vault is locked at start', async () => {
    const { store } = await openedVault();
    const again = await loadVault({ store, roundsForTestsOnly });
    expect(again.state()).toEqual({ kind: 'locked', passkeys: [], fault: undefined });
    expect((await vaultErrorOf(() => again.get('app', 'name'))).code).toBe('locked');
  });

  test('there is one vault: creating a second is refused and the first stays', async () => {
    const { vault, store } = await openedVault();
    await vault.setText('app', 'K', 'v');
    expect((await vaultErrorOf(() => vault.create('another passphrase'))).code).toBe('exists');
    const stale = await loadVault({ store, roundsForTestsOnly });
    expect((await vaultErrorOf(() => stale.create('another passphrase'))).code).toBe('exists');
    expect(await vault.getText('app', 'K')).toBe('v');
  });

  test('a short passphrase makes no vault', async () => {
    const store = memoryStore();
    const vault = await loadVault({ store, roundsForTestsOnly });
    expect((await vaultErrorOf(() => vault.create('short'))).code).toBe('weak_passphrase');
    expect(store.entries.size).toBe(0);
    expect(vault.state().kind).toBe('absent');
  });

  test('without a vault, and with a locked one, every use says which it is', async () => {
    const vault = await loadVault({ store: memoryStore(), roundsForTestsOnly });
    const uses = [
      () => vault.apps(),
      () => vault.list('a'),
      () => vault.get('a', 'b'),
      () => vault.setText('a', 'b', 'c'),
      () => vault.delete('a', 'b'),
      () => vault.removePasskey('x'),
      () => vault.exportBackup(PASSPHRASE),
      () => vault.cacheMac.sign('a', 'b', utf8('c')),
    ];
    for (const use of uses) expect((await vaultErrorOf(use)).code).toBe('absent');
    expect((await vaultErrorOf(() => vault.unlock(withPassphrase()))).code).toBe('absent');
    await vault.create(PASSPHRASE);
    vault.lock();
    for (const use of uses) expect((await vaultErrorOf(use)).code).toBe('locked');
    expect((await vaultErrorOf(() => vault.importBackup(utf8('{}'), PASSPHRASE, 'keep'))).code).toBe(
      'locked',
    );
  });

  test('locking wins against an unlock and a read that are under way', async () => {
    const { vault } = await openedVault();
    await vault.setText('app', 'K', 'v');
    const read = vaultErrorOf(() => vault.get('app', 'K'));
    vault.lock();
    expect((await read).code).toBe('locked');
    const unlock = vaultErrorOf(() => vault.unlock(withPassphrase()));
    vault.lock();
    expect((await unlock).code).toBe('locked');
    expect(vault.state().kind).toBe('locked');
  });

  test('reading the state again does not disturb an unlock that is under way', async () => {
    const { store } = await openedVault();
    const vault = await loadVault({ store, roundsForTestsOnly });
    const unlock = vault.unlock(withPassphrase());
    await vault.reload();
    await unlock;
    await vault.reload();
    expect(vault.state().kind).toBe('open');
  });

  test('what is stored and is no vault leaves the shell alive: locked, with the reason, and forgettable', async () => {
    const store = memoryStore([['header', utf8('{"format":"tablit-vault","version":9}')]]);
    const vault = await loadVault({ store, roundsForTestsOnly });
    const state = vault.state();
    expect(state.kind === 'locked' && state.fault?.code).toBe('newer_format');
    expect((await vaultErrorOf(() => vault.unlock(withPassphrase()))).code).toBe('newer_format');
    await vault.forget();
    expect(vault.state()).toEqual({ kind: 'absent' });
    await vault.create(PASSPHRASE);
  });

  test('a page without WebCrypto says so', async () => {
    const insecure = { getRandomValues: crypto.getRandomValues.bind(crypto), subtle: undefined };
    expect((await vaultErrorOf(() => platformCrypto(insecure))).code).toBe('unsupported');
  });
});

describe('records', () => {
  test('set, get, list and delete, by app', async () => {
    const { vault } = await openedVault();
    await vault.setText('weather', 'KEY', 'wé');
    await vault.set('weather', 'BYTES', Uint8Array.of(0, 255));
    await vault.setText('other', 'KEY', 'o');
    await vault.setText('weather', 'KEY', '');
    expect(await vault.apps()).toEqual(['other', 'weather']);
    expect(await vault.list('weather')).toEqual([
      { name: 'BYTES', size: 2 },
      { name: 'KEY', size: 0 },
    ]);
    expect(await vault.getText('weather', 'KEY')).toBe('');
    expect(await vault.get('weather', 'BYTES')).toEqual(Uint8Array.of(0, 255));
    expect((await vaultErrorOf(() => vault.getText('weather', 'BYTES'))).code).toBe('malformed');
    expect(await vault.get('weather', 'NONE')).toBeUndefined();
    await vault.delete('weather', 'KEY');
    await vault.delete('weather', 'KEY');
    expect(await vault.get('weather', 'KEY')).toBeUndefined();
    expect(await vault.getText('other', 'KEY')).toBe('o');
  });

  test('they are there after a lock and in the next visit', async () => {
    const { vault, store } = await openedVault();
    await vault.setText('app', 'K', 'v');
    vault.lock();
    await vault.unlock(withPassphrase());
    expect(await vault.getText('app', 'K')).toBe('v');
    const { vault: next } = await openedVault({ store });
    expect(await next.getText('app', 'K')).toBe('v');
  });

  test('a value is taken at the call, not later', async () => {
    const { vault } = await openedVault();
    const value = utf8('before');
    const set = vault.set('app', 'K', value);
    value.fill(0);
    await set;
    expect(await vault.getText('app', 'K')).toBe('before');
  });

  test('writes at the same time all arrive', async () => {
    const { vault } = await openedVault();
    const names = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(names.map((name) => vault.setText('app', name, name)));
    expect((await vault.list('app')).map(({ name }) => name)).toEqual(names);
  });

  test.each([
    ['', 'name'],
    ['app', ''],
    ['line\nbreak', 'name'],
    ['app', '\u0000'],
    ['\ud800', 'name'],
    ['x'.repeat(limits.app + 1), 'name'],
    ['app', 'é'.repeat(limits.name / 2 + 1)],
  ])('%j / %j is no place for a record', async (app, name) => {
    const { vault } = await openedVault();
    expect((await vaultErrorOf(() => vault.setText(app, name, 'v'))).code).toBe('malformed');
    expect((await vaultErrorOf(() => vault.get(app, name))).code).toBe('malformed');
    expect(await vault.apps()).toEqual([]);
  });

  test('a value that is too large, or no value, is refused and the old one stays', async () => {
    const { vault } = await openedVault();
    await vault.setText('app', 'K', 'old');
    const large = new Uint8Array(limits.value + 1);
    expect((await vaultErrorOf(() => vault.set('app', 'K', large))).code).toBe('too_large');
    const broken = 'a\udfffb';
    expect((await vaultErrorOf(() => vault.setText('app', 'K', broken))).code).toBe('malformed');
    // @ts-expect-error text goes through setText
    expect((await vaultErrorOf(() => vault.set('app', 'K', 'text'))).code).toBe('malformed');
    expect(await vault.getText('app', 'K')).toBe('old');
  });
});

describe('passphrase', () => {
  test('changing it re-wraps: the new one opens, the old one does not, the records did not move', async () => {
    const { vault, store } = await openedVault();
    await vault.setText('app', 'K', 'v');
    const before = [...store.entries].filter(([key]) => key.startsWith('record/'));
    await vault.changePassphrase(withPassphrase(), 'a new passphrase');
    expect([...store.entries].filter(([key]) => key.startsWith('record/'))).toEqual(before);
    expect(await vault.getText('app', 'K')).toBe('v');
    vault.lock();
    expect((await vaultErrorOf(() => vault.unlock(withPassphrase()))).code).toBe('not_opened');
    await vault.unlock(withPassphrase('a new passphrase'));
    expect(await vault.getText('app', 'K')).toBe('v');
  });

  test('changing it needs the old one, and a good new one', async () => {
    const { vault, store } = await openedVault();
    const before = new Map(store.entries);
    const wrong = () => vault.changePassphrase(withPassphrase('wrong passphrase'), 'a new passphrase');
    expect((await vaultErrorOf(wrong)).code).toBe('not_opened');
    const weak = () => vault.changePassphrase(withPassphrase(), 'short');
    expect((await vaultErrorOf(weak)).code).toBe('weak_passphrase');
    expect(store.entries).toEqual(before);
    expect(vault.state().kind).toBe('open');
  });

  test('by default a vault has at least 600,000 rounds, and a vault with fewer is refused', async () => {
    const store = memoryStore();
    const vault = await loadVault({ store });
    await vault.create(PASSPHRASE);
    const raw = store.entries.get('header') ?? new Uint8Array();
    expect(parseHeader(raw, ACCEPTED_ROUNDS).passphrase.rounds).toBeGreaterThanOrEqual(600_000);
    const { store: cheap } = await openedVault({ roundsForTestsOnly: fewRounds(599_999) });
    const state = (await loadVault({ store: cheap })).state();
    expect(state.kind === 'locked' && state.fault?.message).toContain('rounds');
  });

  test('rounds are raised when the floor has risen since', async () => {
    const { store } = await openedVault({ roundsForTestsOnly: fewRounds(10) });
    const roundsNow = () => parseHeader(store.entries.get('header') ?? new Uint8Array(), 1).passphrase.rounds;
    const { vault } = await openedVault({ store, roundsForTestsOnly: fewRounds(20) });
    expect(roundsNow()).toBe(20);
    await vault.setText('app', 'K', 'v');
    await openedVault({ store, roundsForTestsOnly: fewRounds(15) });
    expect(roundsNow()).toBe(20);
  });
});
