import { describe, expect, test } from 'vitest';
import { createVault } from './access.ts';
import { type Bytes, fromUtf8 } from './bytes.ts';
import { platformCrypto } from './crypto_port.ts';
import { headerDigest } from './session.ts';
import { fewRounds } from './testing/few_rounds.ts';
import { flipped, openedVault, PASSPHRASE, vaultErrorOf, withPassphrase } from './testing/fixtures.ts';
import { type MemoryStore, memoryStore } from './testing/memory_store.ts';
import { tracedCrypto } from './testing/traced_crypto.ts';
import { loadVault } from './vault.ts';

const SECRET = 'sk-do-not-print-me';

function recordKeys(store: MemoryStore): readonly string[] {
  return [...store.entries.keys()].filter((key) => key.startsWith('record/')).sort();
}

function stored(store: MemoryStore, key: string): Bytes {
  const value = store.entries.get(key);
  if (!value) throw new Error(`nothing under ${key}`);
  return value;
}

/** A vault with one secret each in two apps, and the keys of their records. */
async function twoApps() {
  const opened = await openedVault();
  await opened.vault.setText('mine', 'KEY', SECRET);
  const [mine = ''] = recordKeys(opened.store);
  await opened.vault.setText('theirs', 'KEY', 'harmless');
  const theirs = recordKeys(opened.store).find((key) => key !== mine) ?? '';
  return { ...opened, mine, theirs };
}

describe('a record that was touched does not open', () => {
  test('moved to another app', async () => {
    const { vault, store, mine, theirs } = await twoApps();
    store.entries.set(theirs, stored(store, mine));
    expect((await vaultErrorOf(() => vault.get('theirs', 'KEY'))).code).toBe('not_opened');
    expect(await vault.getText('mine', 'KEY')).toBe(SECRET);
  });

  test('moved to another name', async () => {
    const { vault, store } = await openedVault();
    await vault.setText('app', 'A', 'a');
    const [a = ''] = recordKeys(store);
    await vault.setText('app', 'B', 'b');
    const b = recordKeys(store).find((key) => key !== a) ?? '';
    store.entries.set(b, stored(store, a));
    expect((await vaultErrorOf(() => vault.get('app', 'B'))).code).toBe('not_opened');
  });

  test('rolled back to its earlier value', async () => {
    const { vault, store } = await openedVault();
    await vault.setText('app', 'K', 'revoked');
    const [key = ''] = recordKeys(store);
    const old = stored(store, key);
    await vault.setText('app', 'K', 'fresh');
    store.entries.set(key, old);
    expect((await vaultErrorOf(() => vault.get('app', 'K'))).code).toBe('not_opened');
    const { vault: next } = await openedVault({ store });
    expect((await vaultErrorOf(() => next.get('app', 'K'))).code).toBe('not_opened');
  });

  test('rolled back across a deletion', async () => {
    const { vault, store } = await openedVault();
    await vault.setText('app', 'K', 'revoked');
    const [key = ''] = recordKeys(store);
    const old = stored(store, key);
    await vault.delete('app', 'K');
    store.entries.set(key, old);
    expect(await vault.get('app', 'K')).toBeUndefined();
    await vault.setText('app', 'K', 'fresh');
    const fresh = recordKeys(store).find((other) => other !== key) ?? '';
    store.entries.set(fresh, old);
    expect((await vaultErrorOf(() => vault.get('app', 'K'))).code).toBe('not_opened');
  });

  test('taken away, cut short, or replaced by something else', async () => {
    const { vault, store, mine } = await twoApps();
    const whole = stored(store, mine);
    for (const broken of [undefined, whole.slice(0, 5), whole.slice(0, -1), flipped(whole, 100)]) {
      if (broken) store.entries.set(mine, broken);
      else store.entries.delete(mine);
      expect((await vaultErrorOf(() => vault.get('mine', 'KEY'))).code).toBe('not_opened');
    }
    await vault.setText('mine', 'KEY', 'entered again');
    expect(await vault.getText('mine', 'KEY')).toBe('entered again');
  });
});

describe('a whole vault that was touched is noticed', () => {
  test('the database rolled back under an open vault', async () => {
    const { vault, store } = await openedVault();
    await vault.setText('app', 'K', 'revoked');
    const old = new Map(store.entries);
    await vault.setText('app', 'K', 'fresh');
    for (const [key, value] of old) store.entries.set(key, value);
    expect((await vaultErrorOf(() => vault.get('app', 'K'))).code).toBe('not_opened');
    expect((await vaultErrorOf(() => vault.setText('app', 'L', 'x'))).code).toBe('not_opened');
  });

  test('the ledger rolled back, flipped or gone', async () => {
    const { vault, store } = await openedVault();
    const old = stored(store, 'ledger');
    await vault.setText('app', 'K', 'v');
    const now = stored(store, 'ledger');
    store.entries.set('ledger', old);
    // Opened at an older ledger, the record is one that is not there: it is not handed out.
    const { vault: next } = await openedVault({ store });
    expect(await next.get('app', 'K')).toBeUndefined();
    for (const broken of [flipped(now, 300), undefined]) {
      if (broken) store.entries.set('ledger', broken);
      else store.entries.delete('ledger');
      expect((await vaultErrorOf(() => openedVault({ store }))).code).toBe('not_opened');
    }
  });

  test('the old header put back after a change of passphrase', async () => {
    const { vault, store } = await openedVault();
    const old = stored(store, 'header');
    await vault.changePassphrase(withPassphrase(), 'a new passphrase');
    store.entries.set('header', old);
    expect((await vaultErrorOf(() => openedVault({ store }))).code).toBe('not_opened');
  });

  test('a header with another salt, nonce, wrapped key or rounds', async () => {
    const { store } = await openedVault();
    const text = fromUtf8(stored(store, 'header')) ?? '';
    const fields = ['id', 'salt', 'nonce', 'wrapped'];
    const changes = fields.map((field) =>
      text.replace(new RegExp(`("${field}":")(.)`), (_, start, first) => start + (first === 'A' ? 'B' : 'A')),
    );
    for (const changed of [...changes, text.replace('"rounds":10', '"rounds":11')]) {
      expect(changed).not.toBe(text);
      const copy = memoryStore(store.entries);
      copy.entries.set('header', new TextEncoder().encode(changed));
      expect((await vaultErrorOf(() => openedVault({ store: copy }))).code).toBe('not_opened');
    }
  });
});

describe('a wrong passphrase and a changed vault answer alike and cost the same', () => {
  /** What failing to open `store` says, and every cryptographic call it made. */
  async function failure(store: MemoryStore, passphrase: string) {
    const crypto = tracedCrypto();
    const vault = await loadVault({ store, crypto, roundsForTestsOnly: fewRounds() });
    crypto.calls.length = 0;
    const error = await vaultErrorOf(() => vault.unlock(withPassphrase(passphrase)));
    return { error: { ...error.toJSON(), cause: error.cause, own: Object.keys(error) }, calls: crypto.calls };
  }

  test('the same error after the same calls, wherever the fault is', async () => {
    const { vault, store } = await openedVault();
    await vault.setText('app', 'K', SECRET);
    const changed = (key: string, bit: number) => {
      const copy = memoryStore(store.entries);
      copy.entries.set(key, flipped(stored(store, key), bit));
      return copy;
    };
    const text = fromUtf8(stored(store, 'header')) ?? '';
    const wrapped = memoryStore(store.entries);
    const other = text.replace(/("wrapped":")(.)/, (_, start, first) => start + (first === 'A' ? 'B' : 'A'));
    wrapped.entries.set('header', new TextEncoder().encode(other));

    const wrong = await failure(store, 'wrong passphrase');
    expect(wrong.error.code).toBe('not_opened');
    expect(wrong.calls.filter((call) => call.includes('"PBKDF2"')).length).toBeGreaterThan(0);
    // The passphrase's own length is its owner's to know: compared with one of the same length.
    const right = await failure(changed('ledger', 7), 'correct horse battery staple');
    const same = await failure(store, 'Correct horse battery staple');
    expect(right).toEqual(same);
    expect(await failure(changed('ledger', 900), PASSPHRASE)).toEqual(same);
    expect(await failure(wrapped, PASSPHRASE)).toEqual(same);
    expect(wrong.error).toEqual(same.error);
    expect(wrong.calls.length).toBe(same.calls.length);
  });

  test('an engine that remembers derived keys is made to forget, after a right passphrase and a wrong one', async () => {
    const { store } = await openedVault();
    const crypto = tracedCrypto(true);
    const vault = await loadVault({ store, crypto, roundsForTestsOnly: fewRounds() });
    const derived: number[] = [];
    for (const passphrase of [PASSPHRASE, 'Correct horse battery staple']) {
      crypto.calls.length = 0;
      await vault.unlock(withPassphrase(passphrase)).catch(() => {});
      derived.push(crypto.calls.filter((call) => call.startsWith('deriveBits')).length);
    }
    expect(derived).toEqual([160, 160]);
    expect(
      platformCrypto(globalThis.crypto, 'Mozilla/5.0 (X11; rv:153.0) Gecko/20100101').keepsDerivedKeys,
    ).toBe(true);
    expect(platformCrypto(globalThis.crypto, 'AppleWebKit/537.36 (KHTML, like Gecko)').keepsDerivedKeys).toBe(
      false,
    );
  });

  test('promise: Secrets at rest are useless without the key: 1,000 wrong passphrases make the same calls 1,000 times and change nothing', async () => {
    const { store } = await openedVault();
    const before = new Map(store.entries);
    const crypto = tracedCrypto();
    const vault = await loadVault({ store, crypto, roundsForTestsOnly: fewRounds(1) });
    const seen = new Set<string>();
    for (let guess = 0; guess < 1000; guess++) {
      crypto.calls.length = 0;
      const error = await vaultErrorOf(() =>
        vault.unlock(withPassphrase(`guess ${String(guess).padStart(4, '0')}`)),
      );
      seen.add(JSON.stringify([error, crypto.calls]));
    }
    expect(seen.size).toBe(1);
    expect(store.entries).toEqual(before);
    await vault.unlock(withPassphrase());
  });

  test('a record fails alike whether it was flipped, rolled back, moved or taken away', async () => {
    const crypto = tracedCrypto();
    const { vault, store } = await openedVault({ crypto });
    await vault.setText('app', 'K', 'one');
    const [key = ''] = recordKeys(store);
    const old = stored(store, key);
    await vault.setText('app', 'K', 'two');
    const now = stored(store, key);
    const failures: unknown[] = [];
    for (const broken of [flipped(now, 3), flipped(now, 200), old]) {
      store.entries.set(key, broken);
      crypto.calls.length = 0;
      const error = await vaultErrorOf(() => vault.get('app', 'K'));
      failures.push([error.toJSON(), error.cause, [...crypto.calls]]);
    }
    expect(failures[1]).toEqual(failures[0]);
    expect(failures[2]).toEqual(failures[0]);
  });
});

describe('what leaves the vault', () => {
  test('nothing stored shows a secret, a name or an app', async () => {
    const { vault, store } = await openedVault();
    await vault.setText('my-private-app', 'OPENAI_API_KEY', SECRET);
    const dump = [...store.entries]
      .map(([key, value]) => key + Buffer.from(value).toString('latin1'))
      .join('\n');
    for (const text of [SECRET, 'my-private-app', 'OPENAI_API_KEY', PASSPHRASE])
      expect(dump).not.toContain(text);
  });

  test('no error shows a secret', async () => {
    const { vault } = await openedVault();
    const errors = [
      await vaultErrorOf(() => vault.set('app', 'K', new TextEncoder().encode(SECRET.repeat(100_000)))),
      await vaultErrorOf(() => vault.setText('app', 'K', `${SECRET}\ud800`)),
      await vaultErrorOf(() => vault.setText('app', `${SECRET}\n`, 'x')),
      await vaultErrorOf(() => vault.unlock(withPassphrase(SECRET))),
      await vaultErrorOf(() => vault.changePassphrase(withPassphrase(), SECRET.slice(0, 5))),
      await vaultErrorOf(() => vault.importBackup(new TextEncoder().encode(SECRET), SECRET, 'keep')),
    ];
    for (const error of errors) {
      expect(`${error.stack}${JSON.stringify(error)}${String(error.cause)}`).not.toContain(
        SECRET.slice(0, 5),
      );
    }
  });

  test('no key of an open vault can be exported, and none can do more than its job', async () => {
    const port = platformCrypto();
    const deps = { port, store: memoryStore(), rounds: fewRounds(), passkeys: undefined };
    const { keys, seen } = await createVault(deps, PASSPHRASE);
    expect(Object.values(keys).map((key: CryptoKey) => [key.extractable, key.usages.toSorted()])).toEqual([
      [false, ['decrypt', 'encrypt']],
      [false, ['decrypt', 'encrypt']],
      [false, ['sign', 'verify']],
    ]);
    expect(seen.ledger.header).toEqual(await headerDigest(port, seen.raw.header));
  });

  test('a listener and the state see no key', async () => {
    const { vault } = await openedVault();
    expect(Object.keys(vault.state()).toSorted()).toEqual(['kind', 'passkeys']);
  });
});
