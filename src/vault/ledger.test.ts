import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import {
  type Entry,
  findEntry,
  type Ledger,
  listApps,
  listEntries,
  parseLedger,
  printLedger,
  withEntries,
  withoutApp,
  withoutEntry,
} from './ledger.ts';
import { limits } from './limits.ts';
import { vaultErrorOf } from './testing/fixtures.ts';

const header = new Uint8Array(32);
const empty: Ledger = { counter: 1, header, entries: [] };
const id = 'a'.repeat(32);

const app = fc.constantFrom('a', 'b', '__proto__', 'constructor');
const name = fc.constantFrom('x', 'y', 'toString');
const action = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), app, name, size: fc.nat(100) }),
  fc.record({ kind: fc.constant('delete' as const), app, name }),
  fc.record({ kind: fc.constant('delete_app' as const), app }),
);

test('after any writes the ledger has what a map has, and no version came twice', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
      let ledger = empty;
      const model = new Map<string, number>();
      const versions: number[] = [];
      for (const step of actions) {
        if (step.kind === 'set') {
          ledger = withEntries(ledger, [{ app: step.app, name: step.name, id, size: step.size }]);
          model.set(`${step.app}/${step.name}`, step.size);
          versions.push(findEntry(ledger, step.app, step.name)?.version ?? 0);
        } else if (step.kind === 'delete') {
          ledger = withoutEntry(ledger, step.app, step.name);
          model.delete(`${step.app}/${step.name}`);
        } else {
          ledger = withoutApp(ledger, step.app);
          for (const key of model.keys()) if (key.startsWith(`${step.app}/`)) model.delete(key);
        }
      }
      expect(new Map(ledger.entries.map((entry) => [`${entry.app}/${entry.name}`, entry.size]))).toEqual(
        model,
      );
      expect(ledger.counter).toBe(1 + actions.length);
      expect(new Set(versions).size).toBe(versions.length);
      expect(parseLedger(printLedger(ledger))).toEqual(ledger);
    }),
  );
});

test('lists are sorted and belong to one app', () => {
  const added = [
    { app: 'b', name: 'z', id, size: 1 },
    { app: 'a', name: 'y', id, size: 2 },
    { app: 'a', name: 'x', id, size: 3 },
  ];
  const ledger = withEntries(empty, added);
  expect(listApps(ledger)).toEqual(['a', 'b']);
  expect(listEntries(ledger, 'a').map((entry) => entry.name)).toEqual(['x', 'y']);
  expect(listEntries(ledger, 'c')).toEqual([]);
});

test('a vault has an end', async () => {
  const many = Array.from({ length: limits.records }, (_, index) => ({
    app: 'a',
    name: `${index}`,
    id,
    size: 0,
  }));
  const full = withEntries(empty, many);
  const one: Omit<Entry, 'version'> = { app: 'a', name: 'more', id, size: 0 };
  expect((await vaultErrorOf(() => withEntries(full, [one]))).code).toBe('too_large');
  const large = many.slice(0, 17).map((entry) => ({ ...entry, size: limits.value }));
  expect((await vaultErrorOf(() => withEntries(empty, large))).code).toBe('too_large');
  expect(withEntries(full, [{ ...one, name: '0' }]).entries.length).toBe(limits.records);
});

test.each([
  ['{}', 'exactly the fields'],
  ['{"counter":0,"header":"","records":[]}', 'ledger: counter'],
  ['{"counter":2,"header":"","records":[[]]}', 'ledger: records[0]: expected five entries'],
  [`{"counter":2,"header":"","records":[["a","b","${id}",3,0]]}`, 'ledger: records[0][3]'],
  [`{"counter":2,"header":"","records":[["a","b","${id}",1,0,0]]}`, 'ledger: records[0]'],
  ['{"counter":2,"header":"","records":[["a","b","../x",1,0]]}', 'ledger: records[0][2]'],
  ['{"counter":2,"header":"AA==","records":[]}', 'ledger: header'],
])('%s is no ledger', async (text, where) => {
  const error = await vaultErrorOf(() => parseLedger(utf8(text)));
  expect(error.code).toBe('malformed');
  expect(error.message).toContain(where);
});
