import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hex } from './bytes.ts';
import { isVaultError } from './errors.ts';
import { fewRounds } from './testing/few_rounds.ts';
import { flipped, openedVault, PASSPHRASE, withPassphrase } from './testing/fixtures.ts';
import { memoryStore } from './testing/memory_store.ts';

const roundsForTestsOnly = fewRounds(1);
const tab = fc.constantFrom(0, 1);
const app = fc.constantFrom('a', '__proto__', '数据');
const name = fc.constantFrom('x', 'constructor');
const action = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), tab, app, name, value: fc.uint8Array({ maxLength: 40 }) }),
  fc.record({ kind: fc.constant('delete' as const), tab, app, name }),
  fc.record({ kind: fc.constant('delete_app' as const), tab, app }),
  fc.record({ kind: fc.constant('delete_app_locked' as const), tab, app }),
  fc.record({
    kind: fc.constant('change_passphrase' as const),
    tab,
    next: fc.constantFrom('passphrase one', 'passphrase two'),
  }),
);

test('two tabs that do anything to a vault see what one map would hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
      const { vault: left, store } = await openedVault({ roundsForTestsOnly });
      const { vault: right } = await openedVault({ store, roundsForTestsOnly });
      const model = new Map<string, string>();
      let passphrase = PASSPHRASE;
      for (const step of actions) {
        const vault = step.tab === 0 ? left : right;
        if (step.kind === 'set') {
          await vault.set(step.app, step.name, step.value);
          model.set(`${step.app}/${step.name}`, hex(step.value));
        } else if (step.kind === 'delete') {
          await vault.delete(step.app, step.name);
          model.delete(`${step.app}/${step.name}`);
        } else if (step.kind === 'change_passphrase') {
          await vault.changePassphrase(withPassphrase(passphrase), step.next);
          passphrase = step.next;
        } else {
          if (step.kind === 'delete_app_locked') vault.lock();
          await vault.deleteApp(step.app);
          if (step.kind === 'delete_app_locked') await vault.unlock(withPassphrase(passphrase));
          for (const key of model.keys()) if (key.startsWith(`${step.app}/`)) model.delete(key);
        }
      }
      for (const vault of [left, right]) {
        const held = new Map<string, string>();
        for (const one of await vault.apps()) {
          for (const record of await vault.list(one)) {
            held.set(`${one}/${record.name}`, hex((await vault.get(one, record.name)) ?? new Uint8Array()));
          }
        }
        expect(held).toEqual(model);
      }
      const records = [...store.entries.keys()].filter((key) => key.startsWith('record/'));
      expect(records.length).toBe(model.size);
    }),
    { numRuns: 40 },
  );
});

test('after any change of the stored bytes a value is right or refused, never another', async () => {
  const { vault, store } = await openedVault({ roundsForTestsOnly });
  await vault.setText('a', 'x', 'first');
  await vault.setText('a', 'y', 'second');
  await vault.setText('b', 'x', 'third');
  const keys = [...store.entries.keys()];
  const change = fc.record({
    key: fc.constantFrom(...keys),
    how: fc.oneof(
      fc.record({ kind: fc.constant('flip' as const), bit: fc.nat(4000) }),
      fc.record({ kind: fc.constant('swap' as const), with: fc.constantFrom(...keys) }),
      fc.record({ kind: fc.constant('replace' as const), by: fc.uint8Array({ maxLength: 60 }) }),
    ),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ key, how }) => {
      const copy = memoryStore(store.entries);
      const old = store.entries.get(key) ?? new Uint8Array();
      if (how.kind === 'flip') copy.entries.set(key, flipped(old, how.bit));
      else if (how.kind === 'replace') copy.entries.set(key, Uint8Array.from(how.by));
      else {
        copy.entries.set(key, store.entries.get(how.with) ?? old);
        copy.entries.set(how.with, old);
      }
      try {
        const { vault: opened } = await openedVault({ store: copy, roundsForTestsOnly });
        for (const [app, name, value] of [
          ['a', 'x', 'first'],
          ['a', 'y', 'second'],
          ['b', 'x', 'third'],
        ] as const) {
          const read = await opened.getText(app, name).catch((error: unknown) => {
            expect(isVaultError(error, 'not_opened')).toBe(true);
            return value;
          });
          expect(read).toBe(value);
        }
      } catch (error) {
        if (!isVaultError(error)) throw error;
        expect(['not_opened', 'malformed', 'newer_format']).toContain(error.code);
      }
    }),
    { numRuns: 200 },
  );
});
