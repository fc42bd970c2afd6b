import { expect, it, vi } from 'vitest';
import { VaultError } from '../../vault/errors.ts';
import { openedVault, withPassphrase } from '../../vault/testing/fixtures.ts';
import type { Secrets } from '../../wire/secrets.ts';
import { named_scalars } from '../secrets/names.ts';
import { type AppSecretsOptions, open_app_secrets } from './app_secrets.ts';
import { folder_secrets } from './folder.ts';

const OWN = 'https://site.example/app.tablit';
const STRANGER = `project:${'a'.repeat(64)}`;

/** In memory, as far as one test goes. */
function sealed_in_memory() {
  const sealed = new Set<string>();
  return {
    has: async (identity: string) => sealed.has(identity),
    set: async (identity: string, on: boolean) => void (on ? sealed.add(identity) : sealed.delete(identity)),
  };
}

async function opened(options: Partial<AppSecretsOptions> = {}) {
  const { vault, store } = await openedVault();
  const secrets = await open_app_secrets({
    identity: OWN,
    own: true,
    vault,
    folder: async () => [],
    sealed_apps: sealed_in_memory(),
    seal: (name) => `<${name}>`,
    ...options,
  });
  return { vault, store, secrets };
}

const scalars = (given: Secrets) =>
  given.kind === 'present' ? Object.fromEntries(named_scalars(given.values)) : given;

it('hands an own app what was saved', async () => {
  const { secrets } = await opened();
  expect(await secrets.current()).toEqual({ kind: 'absent' });
  expect(await secrets.save('K = "v"\n[t]\nn = 1')).toBeUndefined();
  expect(scalars(await secrets.current())).toEqual({ K: 'v', 't.n': '1' });
  expect(await secrets.text()).toBe('K = "v"\n[t]\nn = 1');
});

it('keeps what was there when a text is no TOML, and says where', async () => {
  const { secrets } = await opened();
  await secrets.save('K = "v"');
  expect(await secrets.save('K = "v"\nL = oops')).toEqual({ line: 2, column: 5, reason: 'Invalid value' });
  expect(await secrets.text()).toBe('K = "v"');
});

it('removes the record when nothing is left in it', async () => {
  const { secrets, vault } = await opened();
  await secrets.save('K = "v"');
  await secrets.save(' \n');
  expect(await vault.apps()).toEqual([]);
  expect(await secrets.current()).toEqual({ kind: 'absent' });
});

it("hands a stranger's app placeholders only, numbers and truths too", async () => {
  const { secrets } = await opened({ identity: STRANGER, own: false });
  await secrets.save('K = "v"\n[t]\nn = 1\non = true');
  expect(scalars(await secrets.current())).toEqual({ K: '<K>', 't.n': '<t.n>', 't.on': '<t.on>' });
  expect(await secrets.find('t.n')).toEqual({ kind: 'value', value: '1' });
  expect(await secrets.find('t')).toEqual({ kind: 'missing' });
});

it('seals an own app when it is asked to, and remembers it', async () => {
  const { secrets, vault } = await opened();
  await secrets.save('K = "v"');
  await secrets.set_sealed(true);
  expect(scalars(await secrets.current())).toEqual({ K: '<K>' });
  vault.lock();
  await vault.unlock(withPassphrase());
  expect(await secrets.is_sealed()).toBe(true);
  await secrets.set_sealed(false);
  expect(scalars(await secrets.current())).toEqual({ K: 'v' });
});

it('files each app on its own', async () => {
  const { secrets, vault } = await opened();
  await secrets.save('K = "v"');
  const other = await open_app_secrets({
    identity: STRANGER,
    own: false,
    vault,
    folder: async () => [],
    sealed_apps: sealed_in_memory(),
    seal: (name) => name,
  });
  expect(await other.current()).toEqual({ kind: 'absent' });
  expect(await other.find('K')).toEqual({ kind: 'missing' });
});

it('is locked with the vault, tells who listens, and knows nothing then', async () => {
  const { secrets, vault } = await opened();
  const heard = vi.fn();
  await secrets.save('K = "v"');
  secrets.subscribe(heard);
  await secrets.find('K');
  vault.lock();
  expect(await secrets.current()).toEqual({ kind: 'locked' });
  expect(await secrets.find('K')).toEqual({ kind: 'locked' });
  await expect(secrets.text()).rejects.toMatchObject({ code: 'locked' });
  await vault.unlock(withPassphrase());
  expect(scalars(await secrets.current())).toEqual({ K: 'v' });
  expect(heard.mock.calls).toEqual([['locked'], ['unlocked']]);
  secrets.stop();
  vault.lock();
  expect(heard).toHaveBeenCalledTimes(2);
});

it('counts what may have made a value another one, and not that the vault was locked', async () => {
  const { secrets, vault } = await opened();
  const after = async (work: () => unknown) => {
    const before = secrets.changes();
    await work();
    return secrets.changes() !== before;
  };
  expect(await after(() => secrets.find('K'))).toBe(false);
  expect(await after(() => secrets.save('K = "v"'))).toBe(true);
  expect(await after(() => secrets.folder_changed())).toBe(true);
  expect(await after(() => vault.reload())).toBe(false);
  expect(await after(() => vault.lock())).toBe(false);
  expect(await after(() => secrets.forget())).toBe(true);
  expect(await after(() => vault.unlock(withPassphrase()))).toBe(true);
});

it('tells who listens that something was saved', async () => {
  const { secrets } = await opened();
  const heard = vi.fn();
  secrets.subscribe(heard);
  await secrets.save('K = "v"');
  await secrets.set_sealed(true);
  expect(heard.mock.calls).toEqual([['saved'], ['sealed']]);
});

it("puts what the vault has over the folder's file, table by table", async () => {
  const { secrets, vault } = await opened({
    folder: async () => ['A = "home"\nB = "home"', 'B = "app"\n[t]\nx = "1"'],
  });
  expect(scalars(await secrets.current())).toEqual({ A: 'home', B: 'app', 't.x': '1' });
  await secrets.save('A = "vault"\n[t]\ny = "2"');
  expect(scalars(await secrets.current())).toEqual({ A: 'vault', B: 'app', 't.y': '2' });
  vault.lock();
  expect(scalars(await secrets.current())).toEqual({ A: 'home', B: 'app', 't.x': '1' });
});

it('keeps sealing the values of a folder while the vault is locked', async () => {
  const { secrets, vault } = await opened({ folder: async () => ['K = "v"'] });
  await secrets.set_sealed(true);
  vault.lock();
  expect(scalars(await secrets.current())).toEqual({ K: '<K>' });
});

it("says where the folder's file is no TOML", async () => {
  const { secrets } = await opened({ folder: async () => ['a = 1\nb = oops'] });
  expect(await secrets.current()).toEqual({
    kind: 'broken',
    message: 'Invalid value (at line 2, column 5)',
  });
});

it('says that a record was changed instead of failing', async () => {
  const { secrets, store } = await opened();
  await secrets.save('K = "v"');
  for (const [key, value] of store.entries) {
    if (key.startsWith('record/')) value[value.length - 1] = (value.at(-1) ?? 0) ^ 1;
  }
  const failed = { kind: 'failed', message: expect.stringContaining('The vault did not open this') };
  expect(await secrets.current()).toEqual(failed);
  expect(await secrets.find('K')).toEqual(failed);
  expect(await secrets.find('never entered')).toEqual(failed);
});

it('says that the browser does not read its storage any more, and reads again when it does', async () => {
  const { secrets, store } = await opened();
  await secrets.save('K = "v"');
  const read = vi.spyOn(store, 'read').mockRejectedValue(new VaultError('storage'));
  const failed = { kind: 'failed', message: expect.stringContaining('refused to read or write its storage') };
  expect(await secrets.current()).toEqual(failed);
  expect(await secrets.find('K')).toEqual(failed);
  read.mockRestore();
  expect(await secrets.find('K')).toEqual({ kind: 'value', value: 'v' });
});

it('does not say of a vault that no passphrase opens that it is locked', async () => {
  const { secrets, store, vault } = await opened();
  await secrets.save('K = "v"');
  vault.lock();
  store.entries.set('header', new TextEncoder().encode('{"format": "tablit-vault", "version": 99}'));
  await vault.reload();
  expect(vault.state()).toMatchObject({ kind: 'locked', fault: expect.any(VaultError) });
  expect(await secrets.current()).toMatchObject({ kind: 'failed' });
  expect(await secrets.find('K')).toMatchObject({ kind: 'failed' });
});

it('says that the command of a folder does not answer', async () => {
  const { secrets } = await opened({
    folder: () => folder_secrets({ url: 'http://127.0.0.1:1/secrets', token: 't' }),
  });
  const failed = { kind: 'failed', message: expect.stringContaining('`tablit run` does not answer') };
  expect(await secrets.current()).toEqual(failed);
  expect(await secrets.find('K')).toEqual(failed);
});

it('says of a folder’s file that is no TOML that no secret can be read', async () => {
  const { secrets } = await opened({ folder: async () => ['a = oops'] });
  expect(await secrets.find('a')).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('line 1'),
  });
});

it('files an address that is too long by its hash', async () => {
  const { secrets, vault } = await opened({ identity: `https://site.example/${'a'.repeat(2000)}` });
  await secrets.save('K = "v"');
  const [app] = await vault.apps();
  expect(app).toMatch(/^sha256:[0-9a-f]{64}$/);
});
