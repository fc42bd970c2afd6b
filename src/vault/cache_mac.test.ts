import { expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { platformCrypto } from './crypto_port.ts';
import { type OriginKeyStore, originMac } from './origin_mac.ts';
import { flipped, openedVault, PASSPHRASE, vaultErrorOf, withPassphrase } from './testing/fixtures.ts';

const entry = utf8('a pickle');

test('an entry on disk is read back only when its MAC holds, for this app and name', async () => {
  const { vault, store } = await openedVault();
  const mac = await vault.cacheMac.sign('app', 'load(1)', entry);
  expect(mac.length).toBe(32);
  expect(await vault.cacheMac.verify('app', 'load(1)', entry, mac)).toBe(true);
  const { vault: next } = await openedVault({ store });
  await next.changePassphrase(withPassphrase(), 'a new passphrase');
  expect(await next.cacheMac.verify('app', 'load(1)', entry, mac)).toBe(true);
  expect(await vault.cacheMac.verify('other', 'load(1)', entry, mac)).toBe(false);
  expect(await vault.cacheMac.verify('app', 'load(2)', entry, mac)).toBe(false);
  expect(await vault.cacheMac.verify('app', 'load(1)', utf8('a Pickle'), mac)).toBe(false);
  expect(await vault.cacheMac.verify('app', 'load(1)', entry, flipped(mac, 5))).toBe(false);
  expect(await vault.cacheMac.verify('app', 'load(1)', entry, mac.subarray(1))).toBe(false);
  expect(await vault.cacheMac.verify('app', 'load(1)', entry, new Uint8Array(0))).toBe(false);
});

test('a MAC of another vault does not hold, not even of one with the same passphrase', async () => {
  const [{ vault: mine }, { vault: theirs }] = [await openedVault(), await openedVault()];
  const mac = await theirs.cacheMac.sign('app', 'n', entry);
  expect(await mine.cacheMac.verify('app', 'n', entry, mac)).toBe(false);
});

test('a locked vault neither signs nor verifies', async () => {
  const { vault } = await openedVault();
  const mac = await vault.cacheMac.sign('app', 'n', entry);
  vault.lock();
  expect((await vaultErrorOf(() => vault.cacheMac.sign('app', 'n', entry))).code).toBe('locked');
  expect((await vaultErrorOf(() => vault.cacheMac.verify('app', 'n', entry, mac))).code).toBe('locked');
  await vault.forget();
  await vault.create(PASSPHRASE);
  expect(await vault.cacheMac.verify('app', 'n', entry, mac)).toBe(false);
});

function keyInMemory(): OriginKeyStore & { readonly kept: CryptoKey[] } {
  const kept: CryptoKey[] = [];
  return {
    kept,
    load: async () => kept[0],
    async keep(key) {
      kept[0] ??= key;
      return kept[0];
    },
    async forget() {
      kept.length = 0;
    },
  };
}

test("the origin's own key is made once, even by two tabs at once, and cannot be exported", async () => {
  const store = keyInMemory();
  const tabs = [originMac(platformCrypto(), store), originMac(platformCrypto(), store)];
  const macs = await Promise.all(tabs.map((tab) => tab.sign('app', 'n', entry)));
  expect(macs[0]).toEqual(macs[1]);
  expect(store.kept[0]?.extractable).toBe(false);
  expect(await tabs[0]?.verify('app', 'n', entry, macs[1] ?? entry)).toBe(true);
});

test("what the origin's key signed does not hold after it was forgotten", async () => {
  const store = keyInMemory();
  const mac = originMac(platformCrypto(), store);
  const signed = await mac.sign('app', 'n', entry);
  await store.forget();
  expect(await mac.verify('app', 'n', entry, signed)).toBe(false);
});
