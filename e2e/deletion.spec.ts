/** What is deleted is gone: storage is read afterwards, from a page of the same origin that runs nothing of ours. */
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright/test';
import { start_host } from './fixtures/hosts.ts';
import { auth_toml, start_liar } from './fixtures/oidc.ts';
import type { Change } from './fixtures/site_server.ts';
import { expect, test } from './fixtures/test.ts';
import { menu, raw_databases, save_secrets, unlock } from './fixtures/vault.ts';

const app = 'import streamlit as st\nst.text(st.secrets.get("K", "none"))';

/** An empty page of the origin of `page`, in the same browser. */
async function bystander(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.route('**/nothing.html', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await other.goto(new URL('/nothing.html', page.url()).href);
  return other;
}

async function deleted(
  page: Page,
  button: 'Delete everything' | 'Delete this app',
): Promise<Record<string, string>> {
  await menu(page, 'Delete');
  const panel = page.getByTestId('stDeletionPanel');
  if (button === 'Delete everything') {
    await panel.getByText('Delete everything').first().click();
    await panel.getByLabel('Type “delete everything”').fill('delete everything');
  }
  await panel.getByRole('button', { name: button }).click();
  const list = panel.getByRole('list', { name: 'What was deleted' });
  await expect(list).toBeVisible();
  const rows = await list.getByRole('listitem').all();
  const states = await Promise.all(
    rows.map(async (row) => [
      (await row.evaluate((node) => node.firstChild?.textContent)) ?? '',
      (await row.getAttribute('data-state')) ?? '',
    ]),
  );
  return Object.fromEntries(states);
}

function records_of(stored: Awaited<ReturnType<typeof raw_databases>>): string[] {
  return Object.keys(stored['tablit-vault']?.['vault'] ?? {}).filter((key) => key.startsWith('record/'));
}

test('promise: What is deleted is gone: an app with its code, files, secrets, grants and caches', async ({
  page,
  open,
  site,
}) => {
  const other_app = await site.add({ 'app.py': app });
  await open(app);
  const mine = page.url();
  await save_secrets(page, 'K = "mine"');
  await expect(page.getByTestId('stText')).toHaveText('mine');
  await page.goto(other_app);
  await page.getByTestId('stUnlockDialog').getByRole('button', { name: 'Close' }).click();
  await menu(page, 'Secrets');
  await unlock(page.getByTestId('stSecretsPanel'));
  await page.getByLabel('secrets.toml').fill('K = "other"');
  await page.getByRole('button', { name: 'Save and run again' }).click();
  await expect(page.getByTestId('stText')).toHaveText('other');

  await page.goto(mine);
  await unlock(page.getByTestId('stUnlockDialog'));
  await expect(page.getByTestId('stText')).toHaveText('mine');
  const archive = mine.replace('.html', '.tablit');
  await page.evaluate(async (url) => {
    localStorage.setItem(`tablit-signed-out ${url}`, '1');
    localStorage.setItem('tablit-signed-out another', '1');
    await (await caches.open('tablit-files')).put(url, new Response('the app'));
    await (await caches.open('tablit-files')).put('/another.tablit', new Response('another app'));
    await (await caches.open(`tablit ${new URL('./', url).href}`)).put(
      '/x',
      new Response('of the offline copy'),
    );
  }, archive);
  expect(records_of(await raw_databases(page))).toHaveLength(2);

  const results = await deleted(page, 'Delete this app');
  expect(results).toMatchObject({ 'Secrets and sign-in': 'gone', 'Its code and files': 'gone' });

  const outside = await bystander(page);
  await page.close();
  const stored = await raw_databases(outside);
  expect(records_of(stored)).toHaveLength(1);
  expect(JSON.stringify(Object.keys(stored['tablit-pages']?.['first'] ?? {}))).not.toContain(archive);
  expect(
    await outside.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('signed'))),
  ).toEqual(['tablit-signed-out another']);
  const cached = await outside.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(cached).toEqual(['/another.tablit']);

  await outside.goto(other_app);
  await unlock(outside.getByTestId('stUnlockDialog'));
  await expect(outside.getByTestId('stText')).toHaveText('other');
});

test('promise: What is deleted is gone: what cached functions of an app kept, and nobody else’s', async ({
  page,
  open,
  site,
}) => {
  const cached = (value: string) => `
import streamlit as st
import sys
@st.cache_data(persist="disk")
def f():
    sys.ran = True
    return "${value}"
st.text(f"{f()} {hasattr(sys, 'ran')}")`;
  const entries = async (of: Page) =>
    Object.keys((await raw_databases(of))['tablit-cache']?.['entries'] ?? {});
  const other = await site.add({ 'app.py': cached('other') });
  await page.goto(other);
  await expect.poll(() => entries(page)).toHaveLength(1);
  await open(cached('mine'));
  const mine = page.url();
  await expect.poll(() => entries(page)).toHaveLength(2);

  expect(await deleted(page, 'Delete this app')).toMatchObject({ 'What its functions kept': 'gone' });
  const outside = await bystander(page);
  await page.close();
  const [left, ...more] = await entries(outside);
  expect(more).toEqual([]);
  expect(left).toContain(other.replace('.html', '.tablit'));
  const marks = () =>
    outside.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('cache')));
  expect(await marks()).toHaveLength(1);
  await outside.goto(mine);
  await expect(outside.getByTestId('stText')).toHaveText('mine True');
  await outside.goto(other);
  await expect(outside.getByTestId('stText')).toHaveText('other False');

  const results = await deleted(outside, 'Delete everything');
  expect(results).toMatchObject({ 'What functions of apps kept': 'gone', 'Key of the caches': 'gone' });
  expect(await outside.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual(
    [],
  );
  expect(await marks()).toEqual([]);
});

test("an app's secrets are deleted from a locked vault, too, and stay away when it is opened", async ({
  page,
  open,
}) => {
  await open(app);
  await save_secrets(page, 'K = "mine"');
  await page.reload();
  await page.getByTestId('stUnlockDialog').getByRole('button', { name: 'Close' }).click();
  await deleted(page, 'Delete this app');
  expect(records_of(await raw_databases(page))).toHaveLength(0);
  await page.getByRole('button', { name: 'Start over' }).click();
  await unlock(page.getByTestId('stUnlockDialog'));
  await expect(page.getByTestId('stException')).toContainText('No secrets found');
});

test('promise: What is deleted is gone: everything, with databases, caches and service worker', async ({
  page,
  open,
  site,
}) => {
  site.override = (path) =>
    path === '/tablit-sw.js' ? { body: new TextEncoder().encode('self.onfetch = () => {}') } : undefined;
  await open(app);
  await save_secrets(page, 'K = "mine"');
  await expect(page.getByTestId('stText')).toHaveText('mine');
  await page.evaluate(async () => {
    localStorage.setItem('tablit.theme', 'dark');
    localStorage.setItem('another', 'stays');
    await (await caches.open('tablit-files')).put('/a', new Response('a'));
    await (await caches.open('another')).put('/a', new Response('stays'));
    await navigator.serviceWorker.register('./tablit-sw.js');
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle('tablit', { create: true });
    await root.getDirectoryHandle('another', { create: true });
    await new Promise((resolve) => {
      const request = indexedDB.open('another');
      request.onsuccess = () => resolve(request.result.close());
    });
  });
  site.override = () => undefined;

  const results = await deleted(page, 'Delete everything');
  expect(Object.values(results)).not.toContain('failed');
  expect(Object.values(results)).not.toContain('waiting');

  const outside = await bystander(page);
  const left = () =>
    outside.evaluate(async () => {
      const names: string[] = [];
      const root = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
      for await (const name of root.keys()) names.push(name);
      return {
        databases: (await indexedDB.databases()).map(({ name }) => name),
        caches: await caches.keys(),
        settings: Object.keys(localStorage),
        files: names,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        cookies: document.cookie,
      };
    });
  const nothing_of_ours = {
    databases: ['another'],
    caches: ['another'],
    settings: ['another'],
    files: ['another'],
    workers: 0,
    cookies: '',
  };
  expect(await left()).toEqual(nothing_of_ours);
  await page.close();
  expect(await left()).toEqual(nothing_of_ours);
});

test('promise: What is deleted is gone: everything that the page’s program keeps, each store filled by what fills it', async ({
  page,
  open,
  site,
}) => {
  test.slow();
  const [host, provider] = await Promise.all([start_host(), start_liar()]);
  const keep: Change = (built) => (built.app ? { ...built, app: { ...built.app, keep_state: true } } : built);
  // Permissions, caches and their key, the page it begins with, its session.
  const source = `
import urllib.request
import streamlit as st
@st.cache_data(persist="disk")
def kept(): return "kept"
st.session_state.setdefault("n", 1)
st.text(f'{kept()} {urllib.request.urlopen("${host.origin}/json").status}')
`;
  await page.goto(await site.add({ 'app.py': source }, keep));
  const allow = page.getByRole('button', { name: 'Allow for this app' });
  await expect(allow).not.toHaveAttribute('aria-disabled', 'true');
  await allow.click();
  await expect(page.getByTestId('stText')).toHaveText('kept 200');
  const of_the_tab = () => page.evaluate(() => Object.keys(sessionStorage));
  await expect.poll(of_the_tab).not.toEqual([]);
  // A page that is too large to be kept where the others are.
  await open('import streamlit as st\nst.text("long " * 40_000)');
  await expect
    .poll(async () => Object.keys((await raw_databases(page))['tablit-pages']?.['first'] ?? {}))
    .not.toEqual([]);
  // The vault, an app with sealed secrets, a logout.
  await open(
    'import streamlit as st\nst.button("Log in", on_click=st.login)\nst.button("Log out", on_click=st.logout)\nst.text(dict(st.user))',
  );
  await save_secrets(page, auth_toml(provider.issuer));
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByTestId('stText')).toContainText('True');
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByTestId('stText')).toContainText('False');
  await menu(page, 'Secrets');
  await page.getByTestId('stSecretsPanel').getByLabel('Sealed').check();
  await page.getByTestId('stSecretsPanel').getByRole('button', { name: 'Close' }).click();
  // A stranger's app, too large for an address, with secrets.
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), menu(page, 'Open a file')]);
  const noise = randomBytes(200_000).toString('base64');
  await chooser.setFiles({
    name: 'theirs.py',
    mimeType: 'text/x-python',
    buffer: Buffer.from(`import streamlit as st\nst.text("theirs")\nnoise = "${noise}"`),
  });
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByTestId('stText')).toHaveText('theirs', { timeout: 20_000 });
  await menu(page, 'Secrets');
  await unlock(page.getByTestId('stSecretsPanel'));
  await page.getByLabel('secrets.toml').fill('K = "other"');
  await page.getByRole('button', { name: 'Save and run again' }).click();
  await page.getByText('Saved.').waitFor();
  await page.getByTestId('stSecretsPanel').getByRole('button', { name: 'Close' }).click();

  const filled = await raw_databases(page);
  const with_content = Object.entries(filled).flatMap(([name, stores]) =>
    Object.values(stores).some((store) => Object.keys(store).length > 0) ? [name] : [],
  );
  expect(with_content.sort()).toEqual([
    'tablit-cache',
    'tablit-grants',
    'tablit-opened',
    'tablit-origin',
    'tablit-pages',
    'tablit-sealed',
    'tablit-trusted',
    'tablit-vault',
    'tablit-versions',
  ]);
  const settings = (of: Page) => of.evaluate(() => Object.keys(localStorage).join());
  expect(await settings(page)).toMatch(/tablit\.cache .*/);
  for (const name of ['tablit.page ', 'tablit.page_at ', 'tablit.signs', 'tablit-signed-out ']) {
    expect(await settings(page)).toContain(name);
  }

  const results = await deleted(page, 'Delete everything');
  expect(Object.values(results)).not.toContain('failed');
  expect(Object.values(results)).not.toContain('waiting');
  expect(await of_the_tab()).toEqual([]);
  const outside = await bystander(page);
  for (const _turn of ['while the page is open', 'after it was closed']) {
    expect(await outside.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual(
      [],
    );
    expect(await settings(outside)).toBe('');
    expect(await outside.evaluate(() => caches.keys())).toEqual([]);
    await page.close();
  }
  await Promise.all([host.close(), provider.close()]);
});

test('everything goes while another tab has the app open, and that tab is locked', async ({ page, open }) => {
  await open(app);
  await save_secrets(page, 'K = "mine"');
  const second = await page.context().newPage();
  await second.goto(page.url());
  await unlock(second.getByTestId('stUnlockDialog'));
  await expect(second.getByTestId('stText')).toHaveText('mine');
  const results = await deleted(page, 'Delete everything');
  expect(Object.values(results)).not.toContain('failed');
  await menu(second, 'Secrets');
  await expect(second.getByRole('button', { name: 'Create the vault' })).toBeVisible();
});

test('nothing is deleted without the sentence', async ({ page, open }) => {
  await open(app);
  await save_secrets(page, 'K = "mine"');
  await menu(page, 'Delete');
  const panel = page.getByTestId('stDeletionPanel');
  await panel.getByText('Delete everything').first().click();
  await panel.getByLabel('Type “delete everything”').fill('delete');
  await panel.getByRole('button', { name: 'Delete everything' }).click();
  await expect(panel.getByText('Type exactly: delete everything')).toBeVisible();
  await panel.getByRole('button', { name: 'Close' }).click();
  await menu(page, 'Rerun');
  await expect(page.getByTestId('stText')).toHaveText('mine');
});
