/** What a page around an app may not do, and what an app in it may not: attacks, and what a reader has at the site. */
import type { Page } from 'playwright/test';
import { app_in, test as base, classic_script, expect, inline, module_script } from './fixtures/embedding.ts';
import { type Host, start_host } from './fixtures/hosts.ts';
import { save_secrets } from './fixtures/vault.ts';
import { in_the_open, in_the_world } from './fixtures/world.ts';

const test = base.extend<{ readonly a: Host }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
  a: async ({}, use) => {
    const host = await start_host();
    await use(host);
    await host.close();
  },
});

const text = (page: Page, selector?: string) => app_in(page, selector).getByTestId('stText');
const long = { timeout: 30_000 };
const hello = 'import streamlit as st\nst.text("hello")';

test.describe('the frame', () => {
  test('talks to its parent alone, who knows the nonce, and once', async ({ page, embedding }) => {
    const nonce = '0123456789abcdef'.repeat(2);
    await page.goto(await embedding.page(`<iframe id="evil" src="about:blank"></iframe>`));
    const app = page.frameLocator('#app');
    /** Posts as some window would, and says what its port got back for opening an app that shows `word`. */
    const post = (who: 'evil' | 'parent', nonce: string, word: string, ported = true) =>
      page.evaluate(
        async ({ who, nonce, word, ported }) => {
          const frame = document.querySelector<HTMLIFrameElement>('#app')?.contentWindow;
          const evil = document.querySelector<HTMLIFrameElement>('#evil')?.contentWindow;
          const { port1, port2 } = new MessageChannel();
          const hello = { tablit: 'connect', version: 1, nonce };
          const post_it = (to: Window, transfer: MessagePort[]) => to.postMessage(hello, '*', transfer);
          // A function of the other window posts in that window's name.
          const poster =
            who === 'evil'
              ? (evil as Window & typeof globalThis).Function(
                  'to',
                  'hello',
                  'ports',
                  'to.postMessage(hello, "*", ports)',
                )
              : undefined;
          if (!frame) return ['no frame'];
          if (poster) poster(frame, hello, ported ? [port2] : []);
          else post_it(frame, ported ? [port2] : []);
          const heard: string[] = [];
          port1.onmessage = ({ data }) => heard.push(data.type);
          const data = new TextEncoder().encode(`import streamlit as st\nst.text("${word}")`).buffer;
          const files = [{ path: 'app.py', data }];
          port1.postMessage({
            type: 'open',
            app: { kind: 'files', files },
            changes: [],
            theme: 'system',
            source: false,
            sisters: false,
          });
          globalThis.heard = heard;
          return heard;
        },
        { who, nonce, word, ported },
      );
    await page.evaluate((nonce) => {
      globalThis.ready = new Promise((resolve) => {
        addEventListener('message', ({ data }) => resolve(JSON.stringify(data)));
      });
      const frame = document.createElement('iframe');
      frame.id = 'app';
      frame.src = `tablit/?embed=true#tablit-host=${nonce}`;
      document.body.append(frame);
    }, nonce);
    expect(await page.evaluate(() => globalThis.ready)).toBe(
      JSON.stringify({ tablit: 'ready', version: 1, nonce }),
    );
    await post('evil', nonce, 'of another window');
    await post('parent', 'f'.repeat(32), 'with another nonce');
    await post('parent', nonce, 'without a port', false);
    await post('parent', nonce, 'of the parent');
    await post('parent', nonce, 'of the parent, again');
    await expect(app.getByTestId('stText')).toHaveText('of the parent', long);
    // The port that came second is not listened to.
    expect(await page.evaluate(() => globalThis.heard)).toEqual([]);
  });

  test('drops what is not as agreed, and goes on', async ({ page, embedding, complaints }) => {
    await page.addInitScript(() => {
      const channel = globalThis.MessageChannel;
      // The page around keeps its port, to say other things through it than `embed.js` would.
      globalThis.MessageChannel = class extends channel {
        constructor() {
          super();
          if (window === top) globalThis.port = this.port1;
        }
      };
    });
    await page.goto(await embedding.page(`${module_script}${inline(hello)}`));
    await expect(text(page)).toHaveText('hello', long);
    await page.evaluate(() => {
      const wrong: unknown[] = [
        null,
        'run',
        { type: 'eval', code: '1' },
        { type: 'run', id: 'x' },
        { type: 'run', id: 1, more: 1 },
        { type: 'theme', theme: '"><script>' },
        { type: 'write', id: 1, path: 'app.py', data: 'text' },
        { type: '__proto__' },
        JSON.parse('{"type": "run", "id": 1, "__proto__": {"a": 1}}'),
      ];
      for (const message of wrong) globalThis.port?.postMessage(message);
      // A second app in the place of the first is not as agreed, either.
      const data = new TextEncoder().encode('import streamlit as st\nst.text("another")').buffer;
      const app = { kind: 'files', files: [{ path: 'app.py', data }] };
      globalThis.port?.postMessage({
        type: 'open',
        app,
        changes: [],
        theme: 'dark',
        source: true,
        sisters: false,
      });
    });
    await page.locator('tablit-app').evaluate((app) => (app as HTMLElement & { run(): Promise<void> }).run());
    await expect(text(page)).toHaveText('hello');
    expect(complaints).toEqual([
      'Tablit: a message of the page around was refused. WireError: message: expected an object',
    ]);
  });
});

test('the page around believes no other window that it is the frame', async ({ page, embedding }) => {
  const body = `${module_script}<iframe id="evil" src="about:blank"></iframe>${inline(hello)}`;
  await page.goto(await embedding.page(body));
  const flood = () => {
    const evil = (document.querySelector('#evil') as HTMLIFrameElement).contentWindow as Window &
      typeof globalThis;
    globalThis.gotten = [];
    evil.addEventListener('message', ({ data }) => globalThis.gotten?.push(data));
    // In that window's name, from before the frame can answer.
    const post = evil.Function('to', 'message', 'to.postMessage(message, "*")');
    setInterval(() => {
      const frame = document.querySelector('tablit-app')?.shadowRoot?.querySelector('iframe');
      const nonce = frame?.src.split('tablit-host=')[1];
      if (nonce) post(window, { tablit: 'ready', version: 99, nonce });
    }, 1);
  };
  await page.evaluate(flood);
  await expect(text(page)).toHaveText('hello', long);
  expect(await page.evaluate(() => globalThis.gotten)).toEqual([]);
  // Nor the frame inside of the frame, where an app that broke out of its worker would be.
  const sandbox = page.frames().find((frame) => frame.url() === 'about:srcdoc');
  await sandbox?.evaluate(() => {
    top?.postMessage({ tablit: 'ready', version: 99, nonce: '0'.repeat(32) }, '*');
    top?.postMessage({ type: 'height', height: 9999 }, '*');
  });
  await page.locator('tablit-app').evaluate((app) => (app as HTMLElement & { run(): Promise<void> }).run());
  expect(sandbox).toBeDefined();
  expect(await page.locator('tablit-app iframe').evaluate((node) => node.clientHeight)).toBeLessThan(300);
});

test('promise: An app cannot reach the vault, storage, cookies, the page or another app, nor the page around it', async ({
  page,
  embedding,
}) => {
  await page.addInitScript(() => {
    if (window !== top) return;
    globalThis.gotten = [];
    addEventListener('message', ({ data }) => globalThis.gotten?.push(data?.tablit ?? data));
  });
  const source = `
import js
import streamlit as st
from pyodide.ffi import to_js
for message in ({"type": "height", "height": 5000}, {"tablit": "ready", "version": 1, "nonce": "0" * 32}):
    js.postMessage(to_js(message, dict_converter=js.Object.fromEntries))
st.text([name for name in ("parent", "top", "opener", "document", "localStorage") if hasattr(js, name)])`;
  await page.goto(await embedding.page(`${module_script}${inline(source)}`));
  await expect(text(page)).toHaveText('[]', long);
  await page.locator('tablit-app').evaluate((app) => (app as HTMLElement & { run(): Promise<void> }).run());
  expect(await page.evaluate(() => globalThis.gotten)).toEqual(['ready']);
  expect(await page.locator('tablit-app iframe').evaluate((node) => node.clientHeight)).toBeLessThan(300);
});

test.describe('promise: A page that shows an app inside has nothing of its reader’s', () => {
  test('no secrets, though the app is the site’s own and the vault is there', async ({ page, embedding }) => {
    const site = new URL('tablit/', embedding.here.url).href;
    await page.goto(site);
    await expect(page.getByTestId('stText')).toHaveText('Your number is 1', long);
    await save_secrets(page, 'K = "sk-of-the-reader"');
    // The page around may write the app's files: it would have it tell.
    const source = `
import os
import streamlit as st
st.text(os.environ.get("K"))
st.text(st.secrets.get("K"))`;
    await page.goto(
      await embedding.page(`
        <script type="module">
          import { mount } from './SITE/embed.js';
          const app = mount(document.querySelector('#place'));
          await app.writeFile('app.py', ${JSON.stringify(source)});
        </script>
        <div id="place"></div>`),
    );
    await expect(text(page, '#place')).toHaveText('None', long);
    await expect(app_in(page, '#place').getByTestId('stException')).toContainText('No secrets found');
    await expect(app_in(page, '#place').getByRole('dialog')).toHaveCount(0);
  });

  test('nothing is kept, and the menu has no vault', async ({ page, embedding }) => {
    const caching = `
import streamlit as st
@st.cache_data(persist="disk")
def compute(): return "computed"
st.text(compute())`;
    await page.goto(
      await embedding.page(
        `<iframe src="SITE/"></iframe>${module_script}${inline(caching, 'id="a"')}${inline(hello, 'id="b"')}`,
      ),
    );
    const plain = page.frameLocator('iframe[src]').first();
    await expect(plain.getByTestId('stText')).toHaveText('Your number is 1', long);
    await plain.getByRole('button', { name: 'Main menu' }).click();
    const entries = plain.getByRole('menuitem');
    await expect(entries.filter({ hasText: 'Permissions' })).toHaveCount(1);
    for (const name of ['Secrets', 'Vault', 'Delete']) {
      await expect(entries.filter({ hasText: name })).toHaveCount(0);
    }
    await expect(text(page, '#a')).toHaveText('computed', long);
    await expect(text(page, '#b')).toHaveText('hello', long);
    for (const frame of page.frames().filter((frame) => frame.url().includes('/tablit/'))) {
      const read = await frame.evaluate(() => {
        try {
          return String(localStorage.length);
        } catch (error) {
          return (error as Error).name;
        }
      });
      expect(read).toBe('SecurityError');
    }
    const kept = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(kept).toEqual({ databases: [], local: [], session: [], caches: [], workers: 0 });
  });

  test('nobody can sign in there', async ({ page, embedding }) => {
    const source = `
import streamlit as st
if st.button("Sign in"): st.login()`;
    await page.goto(await embedding.page(`${module_script}${inline(source)}`));
    await app_in(page).getByRole('button', { name: 'Sign in' }).click(long);
    await expect(app_in(page).getByTestId('stException')).toContainText('Sign-in needs an [auth] table');
  });

  test('a stranger’s app in a plain frame is asked about each time', async ({ page, embedding }) => {
    await embedding.file('far.py', hello);
    const address = await embedding.page(`<iframe src="SITE/?app=../far.py"></iframe>`);
    for (const _visit of [1, 2]) {
      await page.goto(address);
      const frame = page.frameLocator('iframe');
      await frame.getByRole('button', { name: 'Run' }).click(long);
      await expect(frame.getByTestId('stText')).toHaveText('hello', long);
    }
  });
});

test.describe('promise: An app talks to no host that its reader did not allow, and a page around it cannot answer for its reader', () => {
  const app = (host: string) => `
import urllib.request
import streamlit as st
try:
    st.text(urllib.request.urlopen("${host}/json").read().decode())
except OSError as error:
    st.text("refused")`;
  const question = (page: Page) => app_in(page).getByTestId('stPermissionsQuestion');
  const once = (page: Page) => question(page).getByRole('button', { name: 'Allow once' });

  test('on its own site it is asked, once for each visit', async ({ page, embedding, a }) => {
    const address = await embedding.page(`${module_script}${inline(app(a.origin))}`);
    for (const _visit of [1, 2]) {
      await page.goto(address);
      await expect(question(page)).toContainText(new URL(embedding.here.url).host, long);
      await expect(question(page).getByRole('button', { name: 'Allow for this app' })).toHaveCount(0);
      await expect(once(page)).toHaveAttribute('aria-disabled', 'false');
      await once(page).click();
      await expect(text(page)).toHaveText('{"n":42}');
    }
  });

  test('in a page of another host an answer counts when the question is in plain sight', async ({
    page,
    embedding,
    a,
  }) => {
    const cover = `<div id="cover" style="position: fixed; inset: 0; pointer-events: none; background: rgb(255 255 255 / 0.99)"></div>`;
    await page.goto(await embedding.page(`${classic_script}${inline(app(a.origin))}${cover}`, 'there'));
    await expect(question(page)).toContainText('covers this question', long);
    await expect(once(page)).toHaveAttribute('aria-disabled', 'true');
    // The click goes through what covers it, and the answer does not count.
    await once(page).click({ force: true });
    await expect(question(page)).toBeVisible();
    await page.locator('#cover').evaluate((node) => node.remove());
    await expect(once(page)).toHaveAttribute('aria-disabled', 'false');

    await page
      .locator('tablit-app')
      .evaluate((node) => (node as HTMLElement).style.setProperty('opacity', '0.1'));
    await expect(once(page)).toHaveAttribute('aria-disabled', 'true');
    await once(page).click({ force: true });
    await expect(question(page)).toBeVisible();
    expect(a.hits).toEqual([]);

    await page
      .locator('tablit-app')
      .evaluate((node) => (node as HTMLElement).style.setProperty('opacity', '1'));
    await expect(once(page)).toHaveAttribute('aria-disabled', 'false');
    await once(page).click();
    await expect(text(page)).toHaveText('{"n":42}');
  });

  test('on a narrow screen the frame has room for the question', async ({ page, embedding, a }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    const phone = '<meta name="viewport" content="width=device-width">';
    await page.goto(await embedding.page(`${classic_script}${inline(app(a.origin))}`, 'there', phone));
    await expect(question(page)).toBeVisible(long);
    const hidden = () => question(page).evaluate((node) => node.scrollHeight - node.clientHeight);
    await expect.poll(hidden).toBe(0);
    await once(page).click();
    await expect(text(page)).toHaveText('{"n":42}');
    const height = () => page.locator('tablit-app iframe').evaluate((node) => node.clientHeight);
    await expect.poll(height).toBeLessThan(300);
  });

  test('a browser that cannot tell lets nothing be allowed', async ({ page, embedding, a }) => {
    await page.addInitScript(() => {
      delete (IntersectionObserverEntry.prototype as { isVisible?: boolean }).isVisible;
    });
    await page.goto(await embedding.page(`${classic_script}${inline(app(a.origin))}`, 'there'));
    await expect(question(page)).toContainText('nothing can be allowed here', long);
    await expect(question(page).getByRole('button', { name: /^Allow/ })).toHaveCount(0);
    await question(page).getByRole('button', { name: 'Don’t allow' }).click();
    await expect(text(page)).toHaveText('refused');
    expect(a.hits).toEqual([]);
  });
});

test('without TLS, where a browser gives a page less, an app runs and can ask', async ({ embedding, a }) => {
  const { browser, page } = await in_the_world();
  const source = `
import urllib.request
import streamlit as st
st.text(urllib.request.urlopen("${a.origin}/json").read().decode())`;
  await page.goto(in_the_open(await embedding.page(`${module_script}${inline(source)}`)));
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await app_in(page).getByRole('button', { name: 'Allow once' }).click(long);
  await expect(text(page)).toHaveText('{"n":42}');
  await browser.close();
});

test.describe('a page of another site writes no code beside files that it could not read', () => {
  const spy = 'import streamlit as st\nst.text(open("app.py").read())\nst.container(height=777)';
  const attack = `${classic_script}<div id="place"></div>`;
  const mounted = (page: Page, options: object) =>
    page.evaluate(
      async ({ spy, options }) => {
        const { tablit } = globalThis as unknown as { tablit: { mount: typeof globalThis.mount } };
        globalThis.app = tablit.mount(document.querySelector('#place') as Element, options);
        const early = globalThis.app.writeFile('app.py', spy);
        await early;
        return globalThis.app.run().then(
          () => 'ran',
          (error) => String(error),
        );
      },
      { spy, options },
    );

  test('into the app of the site, before it starts and after', async ({ page, embedding }) => {
    await page.goto(await embedding.page(attack, 'there'));
    expect(await mounted(page, {})).toContain('may show this app, and not change it');
    await expect(app_in(page, '#place').getByRole('alert')).toContainText('and not change it');

    await page.goto(await embedding.page(attack, 'there'));
    const later = await page.evaluate(async (spy) => {
      const { tablit } = globalThis as unknown as { tablit: { mount: typeof globalThis.mount } };
      const app = tablit.mount(document.querySelector('#place') as Element);
      await app.run();
      return app.writeFile('app.py', spy).then(
        () => 'written',
        (error) => String(error),
      );
    }, spy);
    expect(later).toContain('and not change it');
    await expect(text(page, '#place')).toHaveText('Your number is 1');
    // Files of its own it may write.
    expect(await mounted(page, { files: { 'app.py': hello } })).toBe('ran');
  });

  test('into any app, when it is from farther away', async ({ embedding }) => {
    const { browser, page } = await in_the_world();
    await page.goto((await embedding.page(attack, 'there')).replace('localhost', 'news.example'));
    expect(await mounted(page, { files: { 'app.py': hello } })).toContain('nothing is shown there');
    await expect(app_in(page, '#place').getByRole('alert')).toContainText('nothing is shown there');
    await browser.close();
  });
});
