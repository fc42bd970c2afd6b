/** One HTML file from the disk: no network, no complaints, late parts included; and files that are not whole. */
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuiltApp, build_app, slider_app } from './fixtures/built_app.ts';
import { test as base, expect } from './fixtures/test.ts';
import { save_secrets } from './fixtures/vault.ts';

const source = `${slider_app()}
st.markdown("$x^2$ :material/home: :smile:")
st.code("def f(): pass")
`;

const test = base.extend<object, { readonly app: BuiltApp }>({
  app: [
    async ({ browserName: _any }, use) => {
      const app = await build_app(source, 'both');
      await use(app);
      await rm(dirname(app.folder), { recursive: true });
    },
    { scope: 'worker' },
  ],
});

const address = (path: string) => pathToFileURL(path).href;

test('a file of at most 18 MB runs from the disk without a network and without a complaint', async ({
  page,
  context,
  app,
  complaints,
}) => {
  expect((await stat(app.html)).size).toBeLessThan(18_000_000);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).protocol));
  await context.setOffline(true);
  await page.goto(address(app.html));
  await expect(page.getByTestId('stText')).toHaveText('Your number is 1', { timeout: 20_000 });
  await page.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('stText')).toHaveText('Your number is 2');

  await expect(page.locator('.katex').first()).toBeVisible();
  await expect(page.locator('.token.keyword').first()).toHaveText('def');
  await page.evaluate(() => document.fonts.ready);
  const fonts = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
  );
  expect(fonts.join()).toMatch(/KaTeX/);
  expect(fonts.join()).toMatch(/Material/);
  await page.waitForTimeout(1_500); // when a site would start to store itself
  const local = ['file:', 'data:', 'blob:', 'about:'];
  expect(asked.filter((protocol) => !local.includes(protocol))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('it starts where there is no storage and there are no service workers', async ({
  page,
  app,
  complaints,
}) => {
  await page.addInitScript(() => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(globalThis, name, { get: blocked });
    }
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await page.goto(address(app.html));
  await expect(page.getByTestId('stText')).toHaveText('Your number is 1', { timeout: 20_000 });
  await expect(page.getByTestId('stOfflineNotice')).toContainText('keeps nothing');
  expect(complaints).toEqual([]);
});

test('a file that was cut short says what is missing', async ({ page, app }) => {
  const whole = await readFile(app.html);
  const cut = app.html.replace('.html', '.cut.html');
  await writeFile(cut, whole.subarray(0, whole.length >> 1));
  await page.goto(address(cut));
  await expect(
    page.getByText(/was cut short: (this page is not whole|\d+ of \d+ bytes arrived)/),
  ).toBeVisible();
});

test('it has a vault and windows of its own, and says why nobody can sign in from the disk', async ({
  page,
}) => {
  const app = await build_app(
    `
import streamlit as st
if hasattr(st.user, "is_logged_in"): st.button("Log in", on_click=st.login)
st.text(st.secrets["K"] if st.secrets.load_if_toml_exists() else "none")
`,
    'both',
  );
  await page.goto(address(app.html));
  await expect(page.getByTestId('stText')).toHaveText('none', { timeout: 20_000 });
  const provider = 'https://provider.example/.well-known/openid-configuration';
  await save_secrets(
    page,
    `K = "from the disk"\n[auth]\nclient_id = "a"\nserver_metadata_url = "${provider}"\nredirect_uri = "http://localhost/oauth2callback"`,
  );
  await expect(page.getByTestId('stText')).toHaveText('from the disk');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('button', { name: 'Log in' }).click();
  const panel = page.getByTestId('stSignInPanel');
  await expect(panel).toContainText('A provider cannot send you back to this page');
  await expect(panel).toContainText('A page in one file, or one from file://, has none.');
  await expect(panel).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  expect(asked.filter((url) => url.startsWith('http'))).toEqual([]);
  await rm(dirname(app.folder), { recursive: true });
});
