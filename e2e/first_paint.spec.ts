/** What is painted before Python is there: of the last visit, or of the author. Engine files wait until a test lets them. */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright/test';
import { pack } from '../src/share/index.ts';
import { type BuiltApp, build_app } from './fixtures/built_app.ts';
import { serve_folder } from './fixtures/folder_server.ts';
import { test as base, expect, finished } from './fixtures/test.ts';
import { raw_databases, save_secrets, unlock } from './fixtures/vault.ts';

const source = `
import streamlit as st
st.set_page_config(page_title="Shipped")
st.title("The first page")
for row in range(60):
    st.text(f"row {row}")
if st.button("Count"):
    st.text("clicked")
with st.sidebar:
    st.slider("Size", 0, 10, 3)
`;

const test = base.extend<object, { readonly built: BuiltApp }>({
  built: [
    async ({ browserName: _any }, use) => {
      const app = await build_app(source, 'both', ['--prerender']);
      await use(app);
      await rm(dirname(app.folder), { recursive: true });
    },
    { scope: 'worker' },
  ],
});

/** Requests for the engine wait until the returned function is called. */
async function hold_engine(page: Page): Promise<() => void> {
  const { promise: released, resolve: release } = when_called();
  await page.route('**/engine/**', async (route) => {
    await released;
    await route.continue().catch(() => undefined);
  });
  return release;
}

const title = (page: Page) => page.getByRole('heading', { name: 'The first page' });
const main = (page: Page) => page.getByTestId('stMain');

/** It is painted, inert and marked busy, and takes no click; then it is live, in the same place. */
async function is_replaced_in_place(page: Page, release: () => void): Promise<void> {
  await expect(title(page)).toBeVisible();
  await expect(page.getByTestId('stApp')).toHaveAttribute('data-test-script-state', 'initial');
  await expect(page.getByTestId('stMainBlockContainer')).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByTestId('stStatusWidget')).toHaveText('Starting');
  const button = page.getByRole('button', { name: 'Count', includeHidden: true });
  await button.scrollIntoViewIfNeeded();
  await button.click({ force: true });
  expect(await button.evaluate((node) => node.closest('[inert]') !== null)).toBe(true);
  const cursor = () =>
    page.getByTestId('stMainBlockContainer').evaluate((node) => getComputedStyle(node).cursor);
  expect(await cursor()).toBe('progress');
  const top = await main(page).evaluate((node) => node.scrollTop);
  expect(top).toBeGreaterThan(0);
  // Whatever is shown from here on is seen frame by frame.
  await title(page).evaluate((node) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen, kept_title: node });
    const look = () => {
      const box = document.querySelector('[data-testid="stMain"]');
      const rows = document.querySelectorAll('[data-testid="stText"]').length;
      seen.push(`${node.isConnected} ${box?.scrollTop} ${rows}`);
      requestAnimationFrame(look);
    };
    look();
  });
  release();
  await finished(page);
  await expect(page.getByTestId('stMainBlockContainer')).toHaveAttribute('aria-busy', 'false');
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect(new Set(seen)).toEqual(new Set([`true ${top} 60`]));
  // The click before was not taken, as could be seen; this one is.
  await expect(page.getByText('clicked')).toHaveCount(0);
  await button.click();
  await expect(page.getByText('clicked')).toBeVisible();
}

test('a second visit begins with the page of the first, inert and marked busy, and is replaced in place', async ({
  page,
  site,
}) => {
  const url = await site.add({ 'app.py': source });
  await page.goto(url);
  await finished(page);
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBeGreaterThan(0);
  const release = await hold_engine(page);
  await page.reload();
  await is_replaced_in_place(page, release);
});

test('an address with another query does not begin with the page of the one before', async ({
  page,
  site,
}) => {
  const url = await site.add({
    'app.py': 'import streamlit as st\nst.text(f"Hello {st.query_params.get(\'who\')}")',
  });
  await page.goto(`${url}?who=alice`);
  await finished(page);
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBeGreaterThan(0);
  const release = await hold_engine(page);
  await page.goto(`${url}?who=bob`);
  await expect(page.getByTestId('stApp')).toBeVisible();
  await expect(page.getByText('Hello')).toHaveCount(0);
  await page.goto(`${url}?who=alice`);
  await expect(page.getByText('Hello alice')).toBeVisible();
  release();
});

test('a build with --prerender begins so at the first visit', async ({ page, built }) => {
  const host = await serve_folder(built.folder);
  try {
    const release = await hold_engine(page);
    await page.goto(host.url);
    await expect(page).toHaveTitle('Shipped');
    await is_replaced_in_place(page, release);
  } finally {
    await host.close();
  }
});

test('so does one HTML file', async ({ page, built }) => {
  await page.addInitScript(() => {
    // Before anything of the engine can have run: the first state in which there is a heading.
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('[data-testid="stHeading"], h1')) return;
      observer.disconnect();
      const app = document.querySelector('[data-testid="stApp"]');
      Object.assign(globalThis, { first: app?.getAttribute('data-test-script-state') });
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(pathToFileURL(built.html).href);
  await finished(page);
  expect(await page.evaluate(() => (globalThis as { first?: string }).first)).toBe('initial');
});

const marked = `
import streamlit as st
st.title("A **first** page")
st.markdown("Some **words**, a list:\\n\\n- **one**\\n- two")
st.checkbox("A **label** :tada:")
st.latex("x^2")
st.text("plain")
`;

/** As over a telephone: so that what is asked for one after another is seen to be. */
async function slow_line(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 60_000,
    uploadThroughput: 60_000,
  });
}

/** Notes, frame by frame, each text with marks that a reader can see. */
function watch_for_marks(): void {
  const seen: string[] = [];
  Object.assign(globalThis, { marks_seen: seen });
  const look = () => {
    const root = document.getElementById('root');
    const texts = root ? document.createTreeWalker(root, NodeFilter.SHOW_TEXT) : undefined;
    for (let node = texts?.nextNode(); node; node = texts?.nextNode()) {
      // KaTeX keeps the source of a formula for those who copy it.
      if (!node.parentElement || node.parentElement.closest('annotation')) continue;
      const shown = node.parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      if (shown && /\*\*|:tada:|x\^2/.test(node.textContent ?? '')) seen.push(node.textContent ?? '');
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const marks_seen = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { marks_seen: string[] }).marks_seen);

test('a text with marks is seen when it can be read, and not before, however slow the line', async ({
  page,
}) => {
  const built = await build_app(marked, 'site', ['--prerender']);
  const host = await serve_folder(built.folder);
  try {
    await page.addInitScript(watch_for_marks);
    await slow_line(page);
    // The first visit shows what its author shipped, the second what the first began with.
    for (let visit = 0; visit < 2; visit++) {
      const release = await hold_engine(page);
      await page.goto(host.url, { waitUntil: 'commit' });
      await expect(page.locator('strong')).toHaveCount(4, { timeout: 30_000 });
      await expect(page.locator('.katex')).toBeVisible({ timeout: 30_000 });
      await expect(page.getByText('A label 🎉')).toBeVisible({ timeout: 30_000 });
      await expect(page.getByTestId('stApp')).toHaveAttribute('data-test-script-state', 'initial');
      expect(await marks_seen(page)).toEqual([]);
      release();
    }
  } finally {
    await host.close();
    await rm(dirname(built.folder), { recursive: true });
  }
});

test('where what reads marks does not come, a text is shown as it is', async ({ page, site }) => {
  await page.route(/\/(markdown_reader|markdown_katex|emoji_names)-/, (route) => route.abort());
  await page.goto(await site.add({ 'app.py': marked }));
  await finished(page);
  await expect(page.getByText('A **label**')).toBeVisible();
  await expect(page.getByText('plain')).toBeVisible();
});

test('a page that was damaged where it is kept is not painted, and the app starts', async ({
  page,
  site,
}) => {
  await page.goto(await site.add({ 'app.py': source }));
  await finished(page);
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBeGreaterThan(0);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) {
      const page = JSON.parse(localStorage.getItem(key) as string) as { nodes: unknown };
      localStorage.setItem(
        key,
        JSON.stringify({ ...page, nodes: [{ p: ['x'], j: '<img onerror=alert(1)>' }] }),
      );
    }
  });
  const release = await hold_engine(page);
  await page.reload();
  await expect(page.getByTestId('stBootStep').first()).toBeVisible();
  await expect(title(page)).toHaveCount(0);
  release();
  await finished(page);
  await expect(title(page)).toBeVisible();
});

test('a script that cannot be compiled any more does not leave the old page as if it were its own', async ({
  page,
  site,
}) => {
  const url = await site.add({ 'app.py': source });
  await page.goto(url);
  await finished(page);
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBeGreaterThan(0);
  const broken = { entrypoint: 'app.py', files: new Map([['app.py', new TextEncoder().encode('st.text(')]]) };
  const body = await pack(broken);
  site.override = (path) => (path === new URL(url).pathname.replace('html', 'tablit') ? { body } : undefined);
  try {
    const release = await hold_engine(page);
    await page.reload();
    await expect(title(page)).toBeVisible();
    release();
    await expect(page.getByRole('dialog')).toContainText('SyntaxError');
    await expect(title(page)).toHaveCount(0);
  } finally {
    site.override = () => undefined;
  }
});

function when_called(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

for (const [what, shown] of [
  ['as a text', 'st.text(key)'],
  ['as the value of a password', 'st.text_input("Key", type="password", value=key)'],
] as const) {
  test(`no page is kept of an app that was given its secrets, which it shows ${what}`, async ({
    page,
    open,
  }) => {
    const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    await open(
      `
import streamlit as st
try:
    key = st.secrets["K"]
except Exception:
    key = "none yet"
${shown}
st.title("The first page")
`,
      {},
      (site) => (site.app ? { ...site, app: { ...site.app, keep_state: true } } : site),
    );
    await expect.poll(kept).toContain('tablit.page');
    await save_secrets(page, 'K = "a-secret-value"');
    await finished(page);
    await expect.poll(kept).not.toContain('tablit.page');
    await page.reload();
    await unlock(page.getByTestId('stUnlockDialog'));
    await finished(page);
    await expect.poll(kept).not.toContain('tablit.page');
    await page.reload();
    await expect(page.getByTestId('stUnlockDialog')).toBeVisible();
    expect(await kept()).not.toContain('a-secret-value');
    expect(JSON.stringify(await raw_databases(page))).not.toContain('a-secret-value');
  });
}
