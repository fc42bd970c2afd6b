/** Cached functions in the tab: what stays on disk, for whom, and that no pickle from anywhere else is ever read. */
import type { Page } from 'playwright/test';
import { link_of } from '../src/share/index.ts';
import { expect, finished, test } from './fixtures/test.ts';
import { menu } from './fixtures/vault.ts';

/** Says how often its function ran since the page was loaded, and whether somebody's pickle ran code in it. */
const app = (body = '"good"', persist = 'persist="disk"') => `
import streamlit as st
import sys

class Bomb:
    def __reduce__(self):
        return exec, ("import sys; sys.bomb = True",)

@st.cache_data(${persist})
def load(x):
    sys.ran = getattr(sys, "ran", 0) + 1
    st.text(f"drawn {x}")
    return ${body}

answer = load(1)
st.text(f"{answer if isinstance(answer, str) else 'other'}, ran {getattr(sys, 'ran', 0)}, bomb {hasattr(sys, 'bomb')}")
if st.button("Clear this"): load.clear()
if st.button("Clear all"): st.cache_data.clear()
`;

const words = (page: Page) => page.getByTestId('stText').last();

interface Stored {
  readonly place: string[];
  readonly mac: number[];
  readonly data: number[];
}

/** What the database of caches holds, bytes as numbers; empty where there is none. */
function stored(page: Page): Promise<Stored[]> {
  return page.evaluate(async () => {
    const has = (await indexedDB.databases()).some(({ name }) => name === 'tablit-cache');
    if (!has) return [];
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('tablit-cache');
      request.onsuccess = () => resolve(request.result);
    });
    const objects = db.transaction('entries').objectStore('entries');
    const read = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const [keys, values] = await Promise.all([read(objects.getAllKeys()), read(objects.getAll())]);
    db.close();
    return keys.map((place, at) => {
      const { mac, data } = values[at] as { mac: Uint8Array; data: Uint8Array };
      return { place: place as string[], mac: [...mac], data: [...data] };
    });
  });
}

/** Puts an entry into the database as somebody would who can write to the disk. */
function forge(page: Page, entry: Stored): Promise<void> {
  return page.evaluate(async ({ place, mac, data }) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('tablit-cache');
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = db.transaction('entries', 'readwrite');
    const value = { mac: Uint8Array.from(mac), data: Uint8Array.from(data), written: 1 };
    transaction.objectStore('entries').put(value, place);
    await new Promise<void>((resolve) => {
      transaction.oncomplete = () => resolve();
    });
    db.close();
  }, entry);
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await finished(page);
}

async function console_of(page: Page): Promise<string> {
  await menu(page, 'Console');
  const drawer = page.getByTestId('stConsole');
  const text = (await drawer.textContent()) ?? '';
  await drawer.getByRole('button', { name: 'Close the console' }).click();
  return text;
}

/** What `pickle.dumps` would not write: read, it runs `sys.bomb = True`. */
const raw_bomb = [...new TextEncoder().encode("cbuiltins\nexec\n(S'import sys; sys.bomb = True'\ntR.")];

test('an answer on disk is there at the next visit, with what was drawn, until it is cleared', async ({
  page,
  open,
}) => {
  await open(app());
  await expect(words(page)).toHaveText('good, ran 1, bomb False');
  await expect.poll(() => stored(page)).toHaveLength(1);
  await reload(page);
  await expect(page.getByTestId('stText')).toHaveText(['drawn 1', 'good, ran 0, bomb False']);
  await page.getByRole('button', { name: 'Clear this' }).click();
  await expect.poll(() => stored(page)).toHaveLength(0);
  await reload(page);
  await expect(words(page)).toHaveText('good, ran 1, bomb False');
  await expect.poll(() => stored(page)).toHaveLength(1);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect.poll(() => stored(page)).toHaveLength(0);
  await reload(page);
  await expect(words(page)).toHaveText('good, ran 1, bomb False');
});

test('an app that keeps nothing on disk loads and makes nothing for it', async ({ page, open }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await open(app('"good"', 'ttl=60'));
  await reload(page);
  await expect(words(page)).toHaveText('good, ran 1, bomb False');
  expect(
    await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
  ).not.toContain('tablit-cache');
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('cache')))).toEqual(
    [],
  );
});

test('“Clear caches” clears functions, objects, connections and the disk', async ({ page, open }) => {
  await open(`
import streamlit as st
import sys

def ran(name):
    setattr(sys, name, getattr(sys, name, 0) + 1)
    return getattr(sys, name)

@st.cache_data(persist="disk")
def data(): return ran("a")

@st.cache_resource
def thing(): return [ran("b")]

db = st.connection("db", type="sql", url="sqlite://")
db.made = getattr(db, "made", None) or ran("c")
st.text(f"{data()} {thing()[0]} {db.made}")
`);
  await expect(words(page)).toHaveText('1 1 1');
  await menu(page, 'Rerun');
  await finished(page);
  await expect(words(page)).toHaveText('1 1 1');
  await expect.poll(() => stored(page)).toHaveLength(1);
  await page.getByTestId('stApp').press('c');
  await page.getByTestId('stClearCacheDialog').getByRole('button', { name: 'Clear caches' }).click();
  await expect.poll(() => stored(page)).toHaveLength(0);
  await menu(page, 'Rerun');
  await expect(words(page)).toHaveText('2 2 2');
});

test('what was kept is there for the worker that takes the place of one that was stopped', async ({
  page,
  open,
}) => {
  await open(`${app()}
if st.button("Hang"):
    while True: pass
`);
  await expect.poll(() => stored(page)).toHaveLength(1);
  await page.getByRole('button', { name: 'Hang' }).click();
  await page.getByTestId('stStatusWidget').getByRole('button', { name: 'Stop' }).click();
  await finished(page);
  await menu(page, 'Rerun');
  await expect(words(page)).toHaveText('good, ran 0, bomb False');
});

test('promise: No pickle from outside is loaded: an entry that was altered, forged or moved', async ({
  page,
  open,
  site,
}) => {
  const other = await site.add({ 'app.py': app('Bomb()') });
  await page.goto(other);
  await finished(page);
  await expect(words(page)).toHaveText('other, ran 1, bomb False');
  await expect.poll(() => stored(page)).toHaveLength(1);
  const [theirs] = await stored(page);
  // The bomb is one: its own app, whose seal it has, sets it off.
  await reload(page);
  await expect(words(page)).toHaveText('other, ran 0, bomb True');

  await open(app());
  await expect(words(page)).toHaveText('good, ran 1, bomb False');
  await expect.poll(() => stored(page)).toHaveLength(2);
  const mine = (await stored(page)).find(({ place }) => place[0] !== theirs?.place[0]);
  if (!mine || !theirs) throw new Error('There are two entries.');
  const attacks: Readonly<Record<string, Stored>> = {
    'altered, under its own seal': { ...mine, data: raw_bomb },
    'altered, without a seal': { ...mine, mac: [], data: raw_bomb },
    'forged, under a seal of nobody': { ...mine, mac: mine.mac.map((byte) => byte ^ 1), data: raw_bomb },
    'moved here from another app, seal and all': { ...theirs, place: mine.place },
  };
  for (const [attack, entry] of Object.entries(attacks)) {
    await forge(page, entry);
    await reload(page);
    await expect(words(page), attack).toHaveText('good, ran 1, bomb False');
    expect(await console_of(page), attack).toContain(
      '1 entry of this app’s caches on disk was not written by this browser',
    );
    await expect
      .poll(async () => (await stored(page)).find(({ place }) => place[0] === mine.place[0])?.data)
      .toEqual(mine.data);
  }
});

test('promise: No pickle from outside is loaded: an entry of the same app for other arguments or another version', async ({
  page,
  open,
  site,
}) => {
  // It writes the bomb for one argument; under the same seal it must not come back as the answer for another.
  const source = app('Bomb() if x == 2 else "good"').replace(
    'answer = load(1)',
    'answer = load(1)\nif st.button("Arm"): load(2)',
  );
  await open(source);
  await page.getByRole('button', { name: 'Arm' }).click();
  await expect.poll(() => stored(page)).toHaveLength(2);
  const [one, two] = await stored(page);
  if (!one || !two) throw new Error('There are two entries.');
  await forge(page, { ...one, place: two.place });
  await forge(page, { ...two, place: one.place });
  await reload(page);
  await expect(words(page)).toHaveText('good, ran 1, bomb False');
  expect(await console_of(page)).toContain('2 entries of this app’s caches on disk were not written');

  // The same address with other code is another app to the cache.
  const [before] = await stored(page);
  const url = page.url();
  site.override = () => undefined;
  const changed = await site.add({ 'app.py': `${source}\n# changed` });
  const archive = new Uint8Array(await (await fetch(changed.replace('.html', '.tablit'))).arrayBuffer());
  const path = new URL(url).pathname.replace('.html', '.tablit');
  site.override = (asked) => (asked === path ? { body: archive } : undefined);
  await reload(page);
  await expect(words(page)).toHaveText('good, ran 1, bomb False');
  await expect
    .poll(async () => (await stored(page)).map(({ place }) => place[1]))
    .not.toContain(before?.place[1]);
  site.override = () => undefined;
});

test('promise: No pickle from outside is loaded: files of a link, under every name a cache might have', async ({
  page,
  site,
}) => {
  const bytes = Uint8Array.from(raw_bomb);
  await page.goto(await site.add({ 'app.py': app() }));
  await finished(page);
  await expect.poll(() => stored(page)).toHaveLength(1);
  const [, , name, key] = (await stored(page))[0]?.place ?? [];
  const files = new Map<string, Uint8Array<ArrayBuffer>>([
    ['app.py', new TextEncoder().encode(app()) as Uint8Array<ArrayBuffer>],
    [`.streamlit/cache/${name}-${key}.memo`, bytes],
    [`.streamlit/cache/${name}/${key}`, bytes],
    [`tablit-cache/${name}/${key}.pickle`, bytes],
    [`${key}.pkl`, bytes],
  ]);
  await page.goto(`${await link_of({ entrypoint: 'app.py', files }, `${site.origin}/index.html`)}`);
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(words(page)).toHaveText('good, ran 1, bomb False', { timeout: 20_000 });
  // A stranger's app has a space of its own.
  await expect
    .poll(async () => (await stored(page)).map(({ place }) => place[0]?.split(':')[0]))
    .toEqual(['http', 'project']);
  await reload(page);
  await expect(words(page)).toHaveText('good, ran 0, bomb False');
});

test('promise: No pickle from outside is loaded: a file that a reader uploads is an argument and nothing else', async ({
  page,
  open,
}) => {
  await open(`
import streamlit as st
import sys

@st.cache_data(persist="disk")
def size(file):
    sys.ran = getattr(sys, "ran", 0) + 1
    return len(file.getvalue())

file = st.file_uploader("File")
if file:
    st.text(f"{size(file)} bytes, ran {getattr(sys, 'ran', 0)}, bomb {hasattr(sys, 'bomb')}")
`);
  const upload = (name: string) =>
    page
      .getByLabel('File')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(raw_bomb) });
  await upload('a.pkl');
  await expect(words(page)).toHaveText(`${raw_bomb.length} bytes, ran 1, bomb False`);
  await expect.poll(() => stored(page)).toHaveLength(1);
  await upload('b.memo');
  await expect(words(page)).toHaveText(`${raw_bomb.length} bytes, ran 2, bomb False`);
  await reload(page);
  await upload('a.pkl');
  await expect(words(page)).toHaveText(`${raw_bomb.length} bytes, ran 0, bomb False`);
});

test('where the browser keeps nothing it works in memory, and one line says so', async ({ page, open }) => {
  await page.addInitScript(() => {
    if (window !== top) return;
    Object.defineProperty(globalThis, 'indexedDB', {
      get() {
        throw new DOMException('Storage is blocked.', 'SecurityError');
      },
    });
  });
  await open(app().replace('answer = load(1)', 'load(2)\nanswer = load(1)'));
  await expect(words(page)).toHaveText('good, ran 2, bomb False');
  await menu(page, 'Rerun');
  await finished(page);
  await expect(words(page)).toHaveText('good, ran 2, bomb False');
  await expect.poll(() => console_of(page)).toContain('keeps no entries of this app’s caches');
  expect((await console_of(page)).match(/keeps no entries/g)).toHaveLength(1);
});
