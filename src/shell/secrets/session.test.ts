import { afterEach, expect, it, vi } from 'vitest';
import { secrets_session } from './session.ts';
import { source_of } from './source_of.ts';

afterEach(() => vi.unstubAllGlobals());

/** A browser whose IndexedDB is there, lists a vault, and opens nothing. */
function with_storage(databases: () => Promise<{ readonly name: string }[]>): void {
  vi.stubGlobal('indexedDB', {
    databases,
    open() {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    },
  });
}

const session = () =>
  secrets_session(
    {
      app: {
        from: undefined,
        identity: 'https://site.example/app.tablit',
        load: async () => ({ entrypoint: 'app.py', files: new Map() }),
        name: 'app.py',
        own: true,
        secrets: undefined,
      } as never,
      seal: (name) => name,
      taker: { set_secrets: async () => {}, rerun: async () => {}, begin_anew: async () => {} },
      disclosed: () => {},
    },
    () => {},
  );

const refused = { kind: 'failed', message: expect.stringContaining('refused to read or write its storage') };

it('says that a vault which is there cannot be read, to the script and to the broker', async () => {
  with_storage(async () => [{ name: 'tablit-vault' }]);
  const { current, source } = session();
  const { read } = source_of(source);
  expect(await current()).toEqual(refused);
  expect(await read('K', 'send')).toEqual(refused);
});

it('says so where the browser does not even tell whether there is one', async () => {
  with_storage(() => Promise.reject(new DOMException('Internal error', 'UnknownError')));
  expect(await session().current()).toEqual(refused);
});

it('says that there is none where the browser keeps nothing, and where there is no vault', async () => {
  with_storage(async () => []);
  expect(await session().current()).toEqual({ kind: 'absent' });
  vi.stubGlobal('indexedDB', undefined);
  expect(await session().current()).toEqual({ kind: 'absent' });
});
