/** What a hostile script finds when it looks for a way out of its room: nothing. The network's doors are in `network.spec.ts`. */
import { expect, finished, test } from './fixtures/test.ts';
import { holds_text, menu, raw_databases, save_secrets } from './fixtures/vault.ts';

/** Runs text as JavaScript in the worker, with more than Python would give a script. */
const run_js = `
import js
from pyodide.ffi import run_sync, to_js
def run_js(code):
    blob = js.Blob.new(to_js(["self.said = (async () => {" + code + "})()"]))
    js.WorkerGlobalScope.prototype.importScripts.call(js.self, js.URL.createObjectURL(blob))
    return run_sync(js.self.said)
`;

const doors: Readonly<Record<string, string>> = {
  'indexedDB: open the vault':
    "const r = indexedDB.open('tablit-vault'); return await new Promise((a, b) => { r.onsuccess = () => a(r.result.name); r.onerror = () => b(r.error) })",
  'indexedDB: list': 'return JSON.stringify(await indexedDB.databases())',
  'indexedDB: delete':
    "const r = indexedDB.deleteDatabase('tablit-vault'); await new Promise((a, b) => { r.onsuccess = a; r.onerror = () => b(r.error) })",
  'caches: open': "return String(await caches.open('tablit-files'))",
  'caches: list': 'return JSON.stringify(await caches.keys())',
  'cookies: document': 'return document.cookie',
  'cookies: store': 'return JSON.stringify(await cookieStore.getAll())',
  localStorage: "return localStorage.getItem('tablit.theme')",
  sessionStorage: 'return sessionStorage.length',
  'private files':
    "return (await (await navigator.storage.getDirectory()).getDirectoryHandle('x', { create: true })).name",
  parent: 'return String(parent.location)',
  top: 'return String(top.location)',
  opener: 'return String(opener.location)',
  window: 'return String(window)',
  document: 'return String(document)',
  'service worker': "return String(await navigator.serviceWorker.register('x.js'))",
  'shared worker': "return String(new SharedWorker('x.js'))",
  'credentials: passkey': 'return String(await navigator.credentials.get({ publicKey: {} }))',
  locks: "return await navigator.locks.request('tablit', async () => 'held')",
  clipboard: 'return await navigator.clipboard.readText()',
  'eval of text': "return eval('1 + 1')",
  'a function of text': "return new Function('return 1')()",
};

test('promise: An app cannot reach the vault, storage, cookies, the page or another app', async ({
  page,
  context,
  open,
}) => {
  await context.addCookies([{ name: 'session', value: 'of-the-site', url: 'http://127.0.0.1' }]);
  const tries = Object.entries(doors).map(
    ([name, code]) => `    ${JSON.stringify(name)}: ${JSON.stringify(code)},`,
  );
  await open(`
import streamlit as st
${run_js}
if st.button("Try"):
    for name, code in {
${tries.join('\n')}
    }.items():
        try:
            st.text(f"OPEN {name}: {run_js(code)}")
        except BaseException as error:
            st.text(f"closed {name}: {str(error).splitlines()[0]}")
    st.text(f"origin {js.self.origin} {js.self.location.protocol}")
    st.text("end")
`);
  await save_secrets(page, 'K = "a-secret-of-mine"');
  await page.evaluate(async () => {
    localStorage.setItem('tablit.theme', 'dark');
    await (await caches.open('tablit-files')).put('/a', new Response('kept'));
  });
  await page.getByRole('button', { name: 'Try' }).click();
  await expect(page.getByText('end', { exact: true })).toBeVisible();
  const said = await page.getByTestId('stText').allTextContents();
  expect(said.filter((line) => line.startsWith('OPEN'))).toEqual([]);
  expect(said.filter((line) => line.startsWith('closed'))).toHaveLength(Object.keys(doors).length);
  expect(said).toContain('origin null blob:');
  // Nothing was taken away either.
  expect(Object.keys((await raw_databases(page))['tablit-vault']?.['vault'] ?? {})).toHaveLength(3);
  expect(await page.evaluate(() => caches.has('tablit-files'))).toBe(true);
});

/** Ways to lead the frame, the page or a new window to an address. */
const leads: Readonly<Record<string, string>> = {
  href: "location.href = 'https://led.example/href'; return location.href",
  assign: "location.assign('https://led.example/assign')",
  replace: "location.replace('https://led.example/replace')",
  self: "self.location = 'https://led.example/self'; return String(self.location)",
  open: "open('https://led.example/open')",
  history: "history.pushState(null, '', 'https://led.example/history')",
  navigation: "navigation.navigate('https://led.example/navigation')",
  client: "clients.openWindow('https://led.example/client')",
  form: "document.forms[0].action = 'https://led.example/form'; document.forms[0].submit()",
  worker: "new Worker('https://led.example/worker.js')",
};

test('a script leads neither its frame nor the page to another address', async ({ page, context, open }) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await open(`
import streamlit as st
${run_js}
if st.button("Lead"):
    for name, code in ${JSON.stringify(leads)}.items():
        try:
            st.text(f"{name}: {run_js(code)}")
        except BaseException as error:
            st.text(f"{name}: {str(error).splitlines()[0]}")
    st.text("end")
`);
  const address = page.url();
  const frames = () => page.frames().map((frame) => frame.url());
  const before = frames();
  await page.getByRole('button', { name: 'Lead' }).click();
  await expect(page.getByText('end', { exact: true })).toBeVisible();
  await expect(page.getByTestId('stText')).toHaveCount(Object.keys(leads).length + 1);
  await page.waitForTimeout(500); // a navigation would have begun by then
  expect(page.url()).toBe(address);
  expect(frames()).toEqual(before);
  expect(context.pages()).toHaveLength(1);
  expect(asked.filter((url) => url.includes('led.example'))).toEqual([]);
});

test('the folders of Python hold the app and nothing of the reader', async ({ page, open }) => {
  await open(`
import os
import streamlit as st
st.text(sorted(os.listdir("/app")))
st.text(sorted(name for name in os.environ if "TABLIT" in name or "SECRET" in name))
`);
  await expect(page.getByTestId('stText')).toHaveText(["['app.py']", '[]']);
});

test('promise: Bad input never breaks the page: messages that are forged on the stream', async ({
  page,
  open,
  complaints,
}) => {
  await open(`
import streamlit as st
${run_js}
if st.button("Forge"):
    run_js("""
      const post = MessagePort.prototype.postMessage;
      const found = new Set();
      MessagePort.prototype.postMessage = function (...args) { found.add(this); return post.apply(this, args); };
      self.found = found; self.real_post = post;
    """)
    st.text("looking")
    import time; time.sleep(0.2)
    st.text(run_js("""
      const forged = [
        null, 1, 'text', [], {}, { type: 'no such' }, { type: 'ops' }, { type: 'ops', run: 1, ops: [{ op: 'element' }] },
        { type: 'ops', run: 1, ops: [{ op: 'element', path: ['__proto__'], json: '{}' }] },
        { type: 'ops', run: 1, ops: [{ op: 'element', path: [0, -1], json: '{"type":"text","body":"x"}' }] },
        { type: 'ops', run: 1, ops: [{ op: 'element', path: Array(5000).fill(0), json: '{' }] },
        { type: 'page_config', config: { page_title: 5 } },
        { type: 'page_config', config: { __proto__: { polluted: 1 }, menu_items: { constructor: 'x' } } },
        { type: 'run_finished', run: 1, outcome: 'owned' }, { type: 'console', stream: 'owned', text: 'x' },
        { __proto__: null, type: 'kept_state', state: 'no bytes' }, { type: 'open_vault' },
      ];
      for (const port of self.found) for (const one of forged) self.real_post.call(port, one);
      postMessage({ type: 'start', program: new Blob(['']) }); postMessage({ type: 'ready' });
      MessagePort.prototype.postMessage = self.real_post;
      return self.found.size + ' ports';
    """))
st.text("alive")
`);
  await page.getByRole('button', { name: 'Forge' }).click();
  await expect(page.getByText(/^[1-9]\d* ports$/)).toBeVisible();
  await finished(page);
  await menu(page, 'Rerun');
  await expect(page.getByTestId('stText')).toHaveText(['alive']);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  expect(complaints.filter((text) => text.includes('was refused'))).toHaveLength(1);
  expect(complaints.filter((text) => !text.includes('was refused'))).toEqual([]);
});

test('a page that is nested without end is cut, and the menu still works', async ({ page, open }) => {
  test.slow();
  await open(`
import streamlit as st
inner = st
if st.checkbox("Nest"):
    for _ in range(3000): inner = inner.container()
st.text("after")
`);
  await page.getByText('Nest', { exact: true }).click();
  await expect(page.getByTestId('stException')).toContainText('nested deeper than 100 levels');
  await page.getByText('Nest', { exact: true }).click();
  await expect(page.getByText('after')).toBeVisible();
});

test('a window that posts to the page is not heard', async ({ page, open, site }) => {
  await open('import streamlit as st\nst.text("up")');
  await page.evaluate(() => {
    for (const data of [{ type: 'ready' }, { type: 'failed', message: 'forged' }, { type: 'start' }, null]) {
      window.postMessage(data, '*');
      window.dispatchEvent(new MessageEvent('message', { data }));
    }
  });
  await expect(page.getByTestId('stText')).toHaveText('up');
  await expect(page.getByText('forged')).toHaveCount(0);
  expect(site.origin).toContain('127.0.0.1');
});

test('an own app may know its secrets; they are nowhere else in the page', async ({ page, open }) => {
  await open('import streamlit as st\nst.text(len(st.secrets["K"]))');
  await save_secrets(page, 'K = "sixteen-letters!"');
  await expect(page.getByTestId('stText')).toHaveText('16');
  expect(await page.content()).not.toContain('sixteen-letters');
  expect(page.url()).not.toContain('sixteen');
  expect(holds_text(await raw_databases(page), 'sixteen-letters')).toBe(false);
});
