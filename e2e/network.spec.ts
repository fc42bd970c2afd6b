/** The network of an app goes through the page: who is asked, what leaves, what comes back, what never does. */
import type { Page } from 'playwright/test';
import { link_of } from '../src/share/index.ts';
import { expect, test } from './fixtures/network.ts';
import { finished } from './fixtures/test.ts';
import { menu, save_secrets, unlock } from './fixtures/vault.ts';
import { with_wheels } from './fixtures/wheels.ts';

const question = (page: Page) => page.getByTestId('stPermissionsQuestion');

type Button = 'Allow for this app' | 'Allow once' | 'Don’t allow';

/** Waits for the question about `host`, and answers it. */
async function answer(page: Page, host: string, button: Button = 'Allow for this app'): Promise<void> {
  const dialog = question(page).filter({ hasText: `Allow ${host}?` });
  await expect(dialog).toBeVisible({ timeout: 20_000 });
  const control = dialog.getByRole('button', { name: button });
  await expect(control).not.toHaveAttribute('aria-disabled', 'true');
  await control.click();
  await expect(dialog).toHaveCount(0);
}

/** The page of an app with this source; the app may be waiting for an answer. */
async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.getByTestId('stApp')).toBeVisible({ timeout: 20_000 });
}

const body = (page: Page) => page.getByTestId('stText');

const urllib = (url: string) => `
import json, urllib.request
import streamlit as st
with urllib.request.urlopen("${url}") as response:
    st.text(f"{response.status} {response.reason} {json.load(response)['n']}")
`;

test.describe('urllib', () => {
  test('asks once, answers, and does not ask again', async ({ page, site, a }) => {
    const url = await site.add({ 'app.py': urllib(`${a.origin}/json`) });
    await visit(page, url);
    await expect(question(page)).toContainText('This is a program on your own computer');
    expect(a.hits).toEqual([]);
    await answer(page, a.place);
    await expect(body(page)).toHaveText('200 OK 42');
    await visit(page, url);
    await expect(body(page)).toHaveText('200 OK 42');
    expect(a.hits[0]?.headers).not.toHaveProperty('cookie');
    expect(a.hits[0]?.headers).not.toHaveProperty('referer');
  });

  test('promise: An app talks to no host that its reader did not allow: an error with words to act on, and nothing sent', async ({
    page,
    site,
    a,
  }) => {
    await visit(page, await site.add({ 'app.py': urllib(`${a.origin}/json`) }));
    await answer(page, a.place, 'Don’t allow');
    await expect(page.getByTestId('stException')).toContainText('URLError');
    await expect(page.getByTestId('stException')).toContainText(
      `has not allowed this app to talk to ${a.place}`,
    );
    expect(a.hits).toEqual([]);
  });

  test('asks again on the next visit when it was allowed once', async ({ page, site, a }) => {
    const url = await site.add({ 'app.py': urllib(`${a.origin}/json`) });
    await visit(page, url);
    await answer(page, a.place, 'Allow once');
    await expect(body(page)).toHaveText('200 OK 42');
    await visit(page, url);
    await expect(question(page)).toBeVisible({ timeout: 20_000 });
  });

  test('has HTTPError, HEAD, redirects and their final address, big answers, and parts as they come', async ({
    page,
    site,
    a,
  }) => {
    await visit(
      page,
      await site.add({
        'app.py': `
import time, urllib.error, urllib.request
import streamlit as st
host = "${a.origin}"
try:
    urllib.request.urlopen(host + "/status?code=404")
except urllib.error.HTTPError as error:
    st.text(f"{error.code} {error.reason} {error.read().decode()}")
head = urllib.request.urlopen(urllib.request.Request(host + "/big?size=1000", method="HEAD"))
st.text(f"{head.status} {head.headers['Content-Length']} {head.read()!r}")
there = urllib.request.urlopen(host + "/redirect?to=/json")
st.text(f"{there.url.removeprefix(host)} {there.read().decode()}")
start = time.perf_counter()
big = urllib.request.urlopen(host + "/big?size=20000000").read()
st.text(f"{len(big)} {big[-1:]}")
lines = urllib.request.urlopen(host + "/stream")
times = []
for line in lines:
    if line.strip(): times.append(time.perf_counter())
st.text(f"{len(times)} lines, {'apart' if times[-1] - times[0] > 0.3 else 'at once'}")
`,
      }),
    );
    await answer(page, a.place);
    await expect(body(page)).toHaveText([
      '404 Not Found no such thing',
      "200 1000 b''",
      '/json {"n":42}',
      "20000000 b'x'",
      '5 lines, apart',
    ]);
  });
});

test.describe('what goes wrong', () => {
  const errors = (...urls: readonly string[]) => `
import urllib.request
import streamlit as st
for url in ${JSON.stringify(urls)}:
    try:
        urllib.request.urlopen(url, timeout=1).read()
        st.text("came through")
    except Exception as error:
        reason = getattr(error, "reason", error)
        st.text(f"{type(reason).__name__} {getattr(reason, 'code', '')}: {reason}")
`;

  test('is explained: no CORS, nobody there, too slow, the page itself, other schemes', async ({
    page,
    site,
    a,
    gone,
  }) => {
    const urls = [
      `${a.origin}/private`,
      `${a.origin}/slow`,
      `${site.origin}/index.html`,
      'http://example.com/',
      gone,
    ];
    await visit(page, await site.add({ 'app.py': errors(...urls) }));
    await answer(page, a.place);
    await answer(page, gone);
    await expect(body(page)).toHaveText([
      /^NetworkError no_cors: .*does not let web pages read.*\(CORS\)/,
      /^NetworkTimeoutError timeout: .*did not answer in time/,
      /^NetworkError own_origin: .*where this page itself comes from/,
      /^NetworkError scheme: /,
      /^NetworkError unreachable: /,
    ]);
  });

  test('promise: An app talks to no host that its reader did not allow: a redirect elsewhere asks, and gives nothing without a yes', async ({
    page,
    site,
    a,
    b,
  }) => {
    const to_b = `${a.origin}/redirect?to=${encodeURIComponent(`${b.origin}/json`)}`;
    await visit(page, await site.add({ 'app.py': errors(to_b) }));
    await answer(page, a.place);
    await expect(question(page)).toContainText(`${a.place} sent the app’s request on`);
    await answer(page, b.place, 'Don’t allow');
    await expect(body(page)).toHaveText(/^NetworkError redirected: .*has not allowed/);
  });

  test('Stop ends a script that waits for an answer, and for the reader’s word', async ({
    page,
    site,
    a,
  }) => {
    await visit(
      page,
      await site.add({
        'app.py': `import urllib.request\nimport streamlit as st\nst.text("asking")\nurllib.request.urlopen("${a.origin}/slow")\nst.text("after")`,
      }),
    );
    await answer(page, a.place);
    await expect(body(page)).toHaveText('asking');
    await page.getByRole('button', { name: 'Stop' }).click();
    await finished(page);
    await expect(body(page)).toHaveText('asking');
  });
});

const run_js = `
# Text cannot be evaluated; a script of a Blob can be run, by the function that the worker has hidden.
def run_js(code):
    blob = js.Blob.new(to_js(["self.said = (async () => {" + code + "})()"]))
    js.WorkerGlobalScope.prototype.importScripts.call(js.self, js.URL.createObjectURL(blob))
    return run_sync(js.self.said)
`;

test('promise: An app talks to no host that its reader did not allow: a script finds no other way out than the one that asks', async ({
  page,
  site,
  a,
  b,
}) => {
  await visit(
    page,
    await site.add({
      'app.py': `
import js, streamlit as st
from pyodide.ffi import run_sync, to_js
${run_js}
here = "${b.origin}"
ws = here.replace("http", "ws")
doors = {
    "the browser's own fetch": f"""
        const places = [WorkerGlobalScope.prototype, DedicatedWorkerGlobalScope.prototype, Object.getPrototypeOf(self)];
        const own = places.map((place) => place.fetch).find((one) => one);
        if (!own) throw new Error('gone');
        return own.call(self, '{here}/own')""",
    "XMLHttpRequest": f"const r = new XMLHttpRequest(); r.open('GET', '{here}/xhr', false); r.send()",
    "WebSocket": f"new WebSocket('{ws}/ws')",
    "EventSource": f"new EventSource('{here}/events')",
    "WebTransport": f"new WebTransport('https://127.0.0.1:1/')",
    "import": f"return import('{here}/module.js')",
    "importScripts": f"importScripts('{here}/script.js')",
    "beacon": f"navigator.sendBeacon('{here}/beacon', 'x')",
    "a worker of its own": f"""
        const source = "fetch('{here}/nested').then(() => postMessage('out'), () => postMessage('refused'))";
        const worker = new Worker(URL.createObjectURL(new Blob([source])));
        const said = await new Promise((resolve) => {{ worker.onmessage = ({{data}}) => resolve(data); worker.onerror = () => resolve('refused'); }});
        if (said === 'refused') throw new Error(said)""",
    "its WebSocket": f"""
        const source = "try {{ const s = new WebSocket('{ws}/nested'); s.onopen = () => postMessage('out'); s.onerror = () => postMessage('refused') }} catch {{ postMessage('refused') }}";
        const worker = new Worker(URL.createObjectURL(new Blob([source])));
        const said = await new Promise((resolve) => {{ worker.onmessage = ({{data}}) => resolve(data); worker.onerror = () => resolve('refused'); }});
        if (said === 'refused') throw new Error(said)""",
    "a far worker": f"new Worker('{here}/worker.js')",
    "a module of a blob": f"return import(URL.createObjectURL(new Blob(['import \\"{here}/inner.js\\"'], {{type: 'text/javascript'}})))",
    "WebAssembly": f"return WebAssembly.compileStreaming(new Response())",
    "a cache": f"return caches.open('x')",
    "a database": f"const r = indexedDB.open('x'); await new Promise((a, b) => {{ r.onsuccess = a; r.onerror = b }})",
    "RTC": f"new RTCPeerConnection()",
    "a channel to other tabs": f"new BroadcastChannel('tablit-grants').postMessage('x'); throw new Error('of no effect: another origin')",
}
for name, code in doors.items():
    try:
        run_js(code)
        st.text(f"OPEN {name}")
    except BaseException as error:
        st.text(f"closed {name}: {error}")
try:
    run_sync(js.fetch(here + "/fetch"))
    st.text("OPEN fetch")
except BaseException as error:
    st.text(f"closed fetch: {error}")
`,
    }),
  );
  await answer(page, b.place, 'Don’t allow');
  await expect(body(page)).toHaveCount(18);
  const said = await body(page).allTextContents();
  expect(said.filter((line) => !line.startsWith('closed'))).toEqual([]);
  expect(said.find((line) => line.includes('closed fetch'))).toContain('has not allowed');
  expect(said.find((line) => line.includes('XMLHttpRequest'))).toContain('Use requests');
  await page.waitForTimeout(300);
  expect(b.hits.map(({ path }) => path)).toEqual([]);
  expect(a.hits).toEqual([]);
});

test('promise: Bad input never breaks the page: calls that are forged at the port of services', async ({
  page,
  site,
  a,
}) => {
  await visit(
    page,
    await site.add({
      'app.py': `
import js, streamlit as st
from pyodide.ffi import run_sync, to_js
${run_js}
# The port is found where the worker uses it.
ports = run_js("""
  const found = new Set();
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (...args) { found.add(this); return post.apply(this, args); };
  await fetch('${a.origin}/json').catch(() => undefined);
  MessagePort.prototype.postMessage = post;
  const raw = (value) => ({ type: 'RAW', value });
  for (const port of found) {
    port.postMessage({ id: 'a', type: 'SET', path: ['__proto__', 'polluted'], value: raw(1) });
    port.postMessage({ id: 'b', type: 'SET', path: ['constructor', 'prototype', 'polluted'], value: raw(1) });
    port.postMessage({ id: 'c', type: 'APPLY', path: ['constructor', 'constructor'], argumentList: [raw('polluted = 1')] });
    port.postMessage({ id: 'd', type: 'APPLY', path: ['request'], argumentList: [raw({ __proto__: { a: 1 } })] });
    port.postMessage({ type: 'widget', id: '__proto__', value: { polluted: 1 } });
    port.postMessage({ id: 'e', type: 'RELEASE' });
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  return found.size;
""")
st.text(f"{ports} ports")
import urllib.request
st.text(urllib.request.urlopen("${a.origin}/json").read().decode())
`,
    }),
  );
  await answer(page, a.place);
  await expect(body(page)).toHaveText([/^[1-9]\d* ports$/, '{"n":42}']);
  const polluted = await page.evaluate(() => 'polluted' in {} || 'polluted' in globalThis);
  expect(polluted).toBe(false);
});

test.describe('a sealed secret', () => {
  const key = 'sk-live-7f3c9a1b2d4e';

  async function seal(page: Page): Promise<void> {
    await save_secrets(page, `K = "${key}"`);
    await menu(page, 'Secrets');
    const panel = page.getByTestId('stSecretsPanel');
    await panel.getByLabel('Sealed').check();
    await panel.getByRole('button', { name: 'Close' }).click();
  }

  test('promise: A key can be used by an app without being known by it: by echoes, repr, pickle and the environment', async ({
    page,
    open,
    a,
  }) => {
    await open(`
import base64, os, pickle, urllib.parse, urllib.request
import streamlit as st
k = st.secrets.get("K", "")
if st.button("Go"):
    def call(url, **options):
        with urllib.request.urlopen(urllib.request.Request(url, **options)) as answer:
            return f"{answer.headers['x-echo']} {answer.url} {answer.read().decode()}"
    said = call("${a.origin}/echo?q=" + urllib.parse.quote(k), data=k.encode(), headers={"Authorization": "Bearer " + k})
    said += call("${a.origin}/echo", headers={"Authorization": "Basic " + base64.b64encode(b"me:" + k.encode()).decode()})
    said += repr(k) + repr(st.secrets) + str(os.environ) + repr(pickle.dumps(k))
    st.text(said)
    print(said)
`);
    await seal(page);
    await page.getByRole('button', { name: 'Go' }).click();
    const dialog = question(page);
    await expect(dialog).toContainText('your secret K');
    await expect(dialog).toContainText('does not see it');
    await answer(page, a.place);
    await expect(body(page)).toContainText('TABLIT_SEALED_');
    const posted = a.hits.filter(({ method }) => method !== 'OPTIONS');
    expect(posted[0]).toMatchObject({ path: `/echo?q=${key}`, body: key });
    expect(posted[0]?.headers.authorization).toBe(`Bearer ${key}`);
    expect(Buffer.from(posted[1]?.headers.authorization?.slice(6) ?? '', 'base64').toString()).toBe(
      `me:${key}`,
    );
    await menu(page, 'Console');
    const shown = await page.locator('body').textContent();
    for (const form of [key, btoa(key), btoa(`me:${key}`), Buffer.from(key).toString('hex')])
      expect(shown).not.toContain(form);
  });

  test('no page is kept of what it opened: behind the question for the passphrase nothing of it is seen', async ({
    page,
    open,
    a,
  }) => {
    const kept = () =>
      page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('tablit.page')));
    await open(`
import urllib.request
import streamlit as st
st.title("Balance")
try:
    k = st.secrets["K"]
except Exception:
    k = ""
if k.startswith("TABLIT_SEALED_"):
    call = urllib.request.Request("${a.origin}/json", headers={"Authorization": "Bearer " + k})
    st.text(urllib.request.urlopen(call).read().decode())
`);
    await expect.poll(kept).not.toEqual([]);
    await seal(page);
    await answer(page, a.place);
    await expect(body(page)).toHaveText('{"n":42}');
    for (let visit = 0; visit < 2; visit++) {
      await page.reload();
      await expect(page.getByTestId('stUnlockDialog')).toBeVisible({ timeout: 20_000 });
      await expect(page.getByText('{"n":42}')).toHaveCount(0);
      await unlock(page.getByTestId('stUnlockDialog'));
      await expect(body(page)).toHaveText('{"n":42}', { timeout: 20_000 });
      await finished(page);
      await page.waitForTimeout(500);
    }
    expect(await kept()).toEqual([]);
  });

  test('promise: A key can be used by an app without being known by it: neither another host nor a redirect gets it', async ({
    page,
    open,
    a,
    b,
  }) => {
    await open(`
import urllib.request
import streamlit as st
k = st.secrets.get("K", "")
def call(url):
    try:
        return urllib.request.urlopen(urllib.request.Request(url, headers={"X-Key": k})).read().decode()
    except Exception as error:
        return f"{getattr(error.reason, 'code', '')} {error.reason}"
if st.button("Go"):
    st.text(call("${a.origin}/redirect?to=${b.origin}/echo"))
    st.text(call("${b.origin}/echo"))
`);
    await seal(page);
    await page.getByRole('button', { name: 'Go' }).click();
    await answer(page, a.place);
    await answer(page, b.place, 'Don’t allow');
    await expect(body(page)).toHaveText([/^redirect_with_secret .*the secret K/, /^not_allowed /]);
    expect(b.hits).toEqual([]);
  });
});

test.describe('the panel of permissions', () => {
  const app = (origin: string) => `
import urllib.request
import streamlit as st
if st.button("Go"):
    try:
        st.text(urllib.request.urlopen("${origin}/json").read().decode())
    except Exception as error:
        st.text(str(error.reason))
`;

  test('promise: An app talks to no host that its reader did not allow: the panel shows uses, and takes a host back at once', async ({
    page,
    open,
    a,
  }) => {
    await open(app(a.origin));
    const go = page.getByRole('button', { name: 'Go' });
    await go.click();
    await answer(page, a.place);
    await expect(body(page)).toHaveText('{"n":42}');
    await go.click();
    await finished(page);
    await menu(page, 'Permissions');
    const panel = page.getByTestId('stPermissionsPanel');
    await expect(panel).toContainText(a.place);
    await expect(panel).toContainText('used 2 times');
    await panel.getByText('Requests of this visit (2)').click();
    await expect(panel.getByRole('row').nth(1)).toContainText(`GET ${a.place}`);
    await expect(panel.getByRole('row').nth(1)).toContainText('200');
    await panel.getByRole('button', { name: `Revoke: ${a.place}` }).click();
    await expect(panel).toContainText('no host that you allowed');
    await panel.getByRole('button', { name: 'Close' }).click();
    const before = a.hits.length;
    await go.click();
    await answer(page, a.place, 'Don’t allow');
    await expect(body(page)).toContainText('has not allowed');
    expect(a.hits).toHaveLength(before);
  });

  test('promise: An app talks to no host that its reader did not allow: an app that changed asks again, and the question says what changed', async ({
    page,
    site,
    a,
    context,
  }) => {
    const files = { 'app.py': urllib(`${a.origin}/json`), 'data.csv': '1' };
    const url = await site.add(files);
    await visit(page, url);
    await answer(page, a.place);
    await expect(body(page)).toHaveText('200 OK 42');
    const changed = await site.add({
      ...files,
      'app.py': `${files['app.py']}\nst.text("new")`,
      'lib.py': '',
    });
    const archive = async (of: string) => (await context.request.get(of.replace('.html', '.tablit'))).body();
    const bytes = await archive(changed);
    const path = new URL(url).pathname.replace('.html', '.tablit');
    const before = site.override;
    site.override = (asked) => (asked === path ? { body: bytes } : before(asked));
    await visit(page, url);
    await expect(question(page)).toContainText('changed since you allowed it');
    await expect(question(page)).toContainText('app.py changed');
    await expect(question(page)).toContainText('lib.py is new');
    await expect(question(page)).not.toContainText('data.csv');
    site.override = before;
  });

  test('an app from a link that changed is another one, and the question says what changed all the same', async ({
    page,
    site,
    a,
  }) => {
    const home = await site.add({ 'app.py': 'import streamlit as st' });
    const run = async (source: string) => {
      const bytes = new Uint8Array(new TextEncoder().encode(source));
      await page.goto('about:blank');
      await page.goto(await link_of({ entrypoint: 'app.py', files: new Map([['app.py', bytes]]) }, home));
      await page.getByRole('button', { name: 'Run', exact: true }).click();
    };
    await run(urllib(`${a.origin}/json`));
    await expect(question(page)).not.toContainText('changed');
    await answer(page, a.place);
    await expect(body(page)).toHaveText('200 OK 42');
    await run(`${urllib(`${a.origin}/json`)}\nst.text("new")`);
    await expect(question(page)).toContainText('changed since you allowed it');
    await expect(question(page)).toContainText('app.py changed');
    await answer(page, a.place, 'Don’t allow');
  });
});

test.describe('libraries, unmodified', () => {
  const http = ['requests==2.34.2', 'urllib3==2.8.0', 'idna==3.20', 'certifi', 'charset-normalizer==3.5.2'];
  const httpx = [
    'httpx==0.27.2',
    'httpcore==1.0.9',
    'h11==0.16.0',
    'anyio==4.16.0',
    'sniffio==1.3.1',
    'idna==3.20',
    'certifi',
  ];
  const openai = ['openai==1.39.0', 'pydantic==1.10.27', 'typing_extensions', 'distro==1.9.0', 'tqdm'];

  test('requests', async ({ page, site, a, b }) => {
    const change = await with_wheels(site, http);
    await visit(
      page,
      await site.add(
        {
          'app.py': `
import requests, streamlit as st
host = "${a.origin}"
r = requests.get(host + "/json", params={"a": "b c"}, timeout=10)
st.text(f"{r.status_code} {r.reason} {r.ok} {r.json()['n']} {r.headers['content-type']} {r.url.removeprefix(host)}")
r = requests.post(host + "/echo", json={"k": [1, 2]}, headers={"Authorization": "Bearer t"}, auth=None)
echo = r.json()
st.text(f"{echo['method']} {echo['body']} {echo['headers']['authorization']} {echo['headers']['content-type']}")
r = requests.put(host + "/echo", data={"x": "1 2"}, files=None)
st.text(r.json()["body"])
r = requests.post(host + "/echo", files={"f": ("n.txt", b"content")})
st.text(str("content" in r.json()["body"] and "n.txt" in r.json()["body"]))
r = requests.get(host + "/redirect?to=/json")
st.text(f"{r.status_code} {[h.status_code for h in r.history]} {r.url.removeprefix(host)}")
r = requests.get(host + "/redirect?to=/json", allow_redirects=False)
st.text(f"{r.status_code} {r.is_redirect}")
try:
    requests.get(host + "/status?code=503").raise_for_status()
except requests.HTTPError as error:
    st.text(f"HTTPError {error.response.status_code} {error.response.text}")
try:
    requests.get(host + "/slow", timeout=0.5)
except requests.exceptions.ReadTimeout as error:
    st.text("ReadTimeout")
with requests.Session() as session:
    session.headers["X-Mine"] = "1"
    st.text(session.get(host + "/echo").json()["headers"]["x-mine"])
parts = [line for line in requests.get(host + "/stream", stream=True).iter_lines() if line]
st.text(f"{len(parts)} {parts[-1]!r}")
try:
    requests.get("${b.origin}/json")
except requests.ConnectionError as error:
    st.text(f"ConnectionError {error}")
`,
        },
        change,
      ),
    );
    await answer(page, a.place);
    await answer(page, b.place, 'Don’t allow');
    await expect(body(page)).toHaveText([
      '200 OK True 42 application/json /json?a=b+c',
      'POST {"k": [1, 2]} Bearer t application/json',
      'x=1+2',
      'True',
      '200 [302] /json',
      '302 True',
      'HTTPError 503 no such thing',
      'ReadTimeout',
      '1',
      "5 b'data: [DONE]'",
      /^ConnectionError .*has not allowed this app to talk to/,
    ]);
  });

  test('httpx, with and without await', async ({ page, site, a, b }) => {
    const change = await with_wheels(site, httpx);
    await visit(
      page,
      await site.add(
        {
          'app.py': `
import asyncio, time, httpx, streamlit as st
host = "${a.origin}"
r = httpx.get(host + "/json")
st.text(f"{r.status_code} {r.reason_phrase} {r.json()['n']} {r.headers['content-type']}")
with httpx.Client(base_url=host, headers={"X-Mine": "1"}, timeout=5) as client:
    echo = client.post("/echo", json={"a": 1}).json()
    st.text(f"{echo['method']} {echo['body']} {echo['headers']['x-mine']}")
    r = client.get("/redirect?to=/json", follow_redirects=True)
    st.text(f"{r.status_code} {len(r.history)} {r.url.path}")
    with client.stream("GET", "/stream") as r:
        st.text(str(len([line for line in r.iter_lines() if line])))
try:
    httpx.get(host + "/slow", timeout=0.3)
except httpx.ReadTimeout:
    st.text("ReadTimeout")
async def main():
    async with httpx.AsyncClient(base_url=host) as client:
        start = time.perf_counter()
        answers = await asyncio.gather(*[client.get("/stream") for _ in range(4)], client.get("/json"))
        took = time.perf_counter() - start
        lines = []
        async with client.stream("GET", "/stream") as r:
            async for line in r.aiter_lines():
                if line: lines.append(line)
        return answers, took, lines
answers, took, lines = asyncio.run(main())
st.text(f"{[a.status_code for a in answers]} {'side by side' if took < 1.5 else took} {len(lines)}")
try:
    httpx.get("${b.origin}/json")
except httpx.ConnectError as error:
    st.text(f"ConnectError {error}")
`,
        },
        change,
      ),
    );
    await answer(page, a.place);
    await answer(page, b.place, 'Don’t allow');
    await expect(body(page)).toHaveText([
      '200 OK 42 application/json',
      /^POST \{"a": ?1\} 1$/,
      '200 1 /json',
      '5',
      'ReadTimeout',
      '[200, 200, 200, 200, 200] side by side 5',
      /^ConnectError .*has not allowed/,
    ]);
  });

  test('pyodide.http, and fetch itself', async ({ page, site, a }) => {
    await visit(
      page,
      await site.add({
        'app.py': `
import asyncio, streamlit as st
from pyodide.http import open_url, pyfetch
host = "${a.origin}"
st.text(open_url(host + "/json").read())
async def main():
    r = await pyfetch(host + "/echo", method="POST", body="hi", headers={"X-Mine": "1"})
    echo = await r.json()
    both = await asyncio.gather(pyfetch(host + "/json"), pyfetch(host + "/big?size=3000000"))
    sizes = [len(await one.bytes()) for one in both]
    return f"{r.status} {r.ok} {echo['body']} {echo['headers']['x-mine']} {sizes}"
st.text(asyncio.run(main()))
`,
      }),
    );
    await answer(page, a.place);
    await expect(body(page)).toHaveText(['{"n":42}', '200 True hi 1 [8, 3000000]']);
  });

  test('the openai client, its key sealed, answers in one and in parts', async ({ page, site, a }) => {
    const change = await with_wheels(site, [...new Set([...httpx, ...openai])]);
    await page.goto(
      await site.add(
        {
          'app.py': `
import openai, streamlit as st
client = openai.OpenAI(api_key=st.secrets.get("K", "none"), base_url="${a.origin}/v1")
ask = dict(model="m", messages=[{"role": "user", "content": "hello"}])
if st.button("Go"):
    st.text(client.chat.completions.create(**ask).choices[0].message.content)
    st.text("".join(chunk.choices[0].delta.content for chunk in client.chat.completions.create(stream=True, **ask)))
`,
        },
        change,
      ),
    );
    await finished(page);
    await save_secrets(page, 'K = "sk-live-7f3c9a1b2d4e"');
    await menu(page, 'Secrets');
    await page.getByLabel('Sealed').check();
    await page.getByTestId('stSecretsPanel').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Go' }).click();
    await answer(page, a.place);
    await expect(body(page)).toHaveText(['You said hello', 'w0 w1 w2 w3 ']);
    const asked = a.hits.find(({ method }) => method === 'POST');
    expect(asked?.headers.authorization).toBe('Bearer sk-live-7f3c9a1b2d4e');
  });
});
