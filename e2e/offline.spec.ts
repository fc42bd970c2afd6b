/** A site keeps itself in the browser: without a network, across new builds, and where the browser does not let it. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright/test';
import { chromium_flags, find_browser } from '../tools/browsers.ts';
import { type BuiltApp, build_app, slider_app } from './fixtures/built_app.ts';
import { type Host, serve_folder } from './fixtures/folder_server.ts';
import { test as base, expect } from './fixtures/test.ts';

interface Fixtures {
  readonly host: Host;
}
interface WorkerFixtures {
  /** The same app at two times. */
  readonly builds: readonly [BuiltApp, BuiltApp];
}

const test = base.extend<Fixtures, WorkerFixtures>({
  builds: [
    async ({ browserName: _any }, use) => {
      const builds = [
        await build_app(`${slider_app()}if st.checkbox("Formula"): st.latex("x^2")\n`),
        await build_app(slider_app('The number is')),
      ] as const;
      await use(builds);
      for (const { folder } of builds) await rm(dirname(folder), { recursive: true });
    },
    { scope: 'worker' },
  ],
  host: async ({ builds }, use) => {
    // As GitHub Pages says of every file, the page too.
    const headers = { 'cache-control': 'max-age=600' };
    const host = await serve_folder(builds[0].folder, { base: '/a/b/', headers });
    await use(host);
    await host.close();
  },
});

const notice = (page: Page) => page.getByTestId('stOfflineNotice');
const text = (page: Page) => page.getByTestId('stText');

async function follows_the_slider(page: Page, words = 'Your number is'): Promise<void> {
  await expect(text(page)).toHaveText(`${words} 1`);
  await expect(page.getByTestId('stApp')).toHaveAttribute('data-test-script-state', 'notRunning');
  await page.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await expect(text(page)).toHaveText(`${words} 2`);
}

async function first_visit(page: Page, host: Host): Promise<void> {
  await page.goto(host.url);
  await expect(notice(page)).toContainText('Available offline', { timeout: 20_000 });
}

/** What the menu says of offline use, and the window behind it. */
async function offline_panel(page: Page, label: string): Promise<string> {
  await page.getByRole('button', { name: 'Main menu' }).click();
  await page.getByRole('menuitem', { name: label }).click();
  const panel = page.getByTestId('stOfflinePanel');
  const said = (await panel.textContent()) ?? '';
  await panel.getByRole('button', { name: 'Close' }).click();
  return said;
}

/** Names of what the browser keeps for the site. */
function kept_files(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => url.replace(/^.*\//, ''));
  });
}

test('after one visit the app runs without a network: reload, hard reload, a new tab, a rerun', async ({
  page,
  context,
  host,
  complaints,
}) => {
  await first_visit(page, host);
  const twice = host.asked.filter((path, index) => host.asked.indexOf(path) !== index);
  expect(twice).toEqual([]);
  await host.close();
  await context.setOffline(true);

  await page.reload();
  await follows_the_slider(page);
  await page.getByRole('slider').blur();
  await page.keyboard.press('r');
  await expect(text(page)).toHaveText('Your number is 2');
  await page.getByText('Formula').click();
  await expect(page.locator('.katex').first()).toBeVisible();
  expect(await offline_panel(page, 'Available offline')).toContain('without a network');

  const session = await context.newCDPSession(page);
  const reloaded = page.waitForEvent('load');
  await session.send('Page.reload', { ignoreCache: true });
  await reloaded;
  await follows_the_slider(page);

  const other = await context.newPage();
  await other.goto(`${host.url}?theme=dark`);
  await follows_the_slider(other);
  expect(complaints).toEqual([]);
});

test('a new build is stored whole, offered, and taken by the next visit; the old one goes', async ({
  page,
  context,
  host,
  builds,
}) => {
  await first_visit(page, host);
  const [old_files, old_app] = [await kept_files(page), await archive_of(builds[0])];
  host.folder = builds[1].folder;

  const visit = await context.newPage();
  await visit.goto(host.url);
  await expect(text(visit)).toHaveText('Your number is 1');
  await expect(notice(visit)).toContainText('Update ready', { timeout: 20_000 });
  await expect(notice(page)).toContainText('Update ready');
  // A page of the old build goes on with the old build's files, which the host has no more.
  const status = (path: string) => visit.evaluate(async (at) => (await fetch(at)).status, path);
  expect(await status(old_app)).toBe(200);
  expect(await kept_files(page)).toEqual(expect.arrayContaining(old_files));

  await notice(visit).getByRole('button', { name: 'Reload' }).click();
  await expect(text(visit)).toHaveText('The number is 1');
  await page.close();
  await visit.waitForTimeout(5_000);
  await visit.reload();
  await expect(text(visit)).toHaveText('The number is 1');
  // The first build's page is not kept beside the second's.
  const pages = () =>
    visit.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('tablit.page ')).length);
  await expect.poll(pages).toBe(1);
  // Of the two builds only the page and the app differ.
  await expect
    .poll(async () => {
      const now = new Set(await kept_files(visit));
      return old_files.filter((file) => !now.has(file)).length;
    })
    .toBe(2);
});

test('a build that is only half there is not taken', async ({ page, context, host, builds }) => {
  await first_visit(page, host);
  host.folder = builds[1].folder;
  const new_app = await archive_of(builds[1]);
  host.refuse = (path) => (path === new_app ? 404 : undefined);
  const visit = await context.newPage();
  await visit.goto(host.url);
  await expect.poll(() => host.asked.includes(new_app)).toBe(true);
  await visit.reload();
  await follows_the_slider(visit);

  host.refuse = () => undefined;
  await visit.reload();
  await expect(notice(visit)).toContainText('Update ready', { timeout: 20_000 });
  await visit.reload();
  await expect(text(visit)).toHaveText('The number is 1');
});

test('a page that is newer than its host’s list is not mixed with it', async ({ page, host, builds }) => {
  const mixed = await mkdtemp(join(tmpdir(), 'tablit-mixed-'));
  await cp(builds[0].folder, mixed, { recursive: true });
  await cp(builds[1].folder, mixed, { recursive: true });
  await writeFile(join(mixed, 'sw.js'), await readFile(join(builds[0].folder, 'sw.js')));
  host.folder = mixed;
  await page.goto(host.url);
  await expect(notice(page)).toContainText('Not available offline yet', { timeout: 20_000 });
  expect(await offline_panel(page, 'Not available offline')).toContain('is being updated');
  await follows_the_slider(page, 'The number is');
  await rm(mixed, { recursive: true });
});

test('a first download that was cut short says so, and goes on at the next visit', async ({ page, host }) => {
  host.refuse = (path) => (path.includes('KaTeX') ? 503 : undefined);
  await page.goto(host.url);
  await expect(notice(page)).toContainText('Not available offline yet', { timeout: 20_000 });
  expect(await offline_panel(page, 'Not available offline')).toMatch(
    /MB of .* MB are stored.*the next visit/,
  );

  host.refuse = () => undefined;
  host.asked.length = 0;
  await page.reload();
  await expect(notice(page)).toContainText('Available offline', { timeout: 20_000 });
  const fonts = host.asked.filter((path) => path.includes('KaTeX'));
  expect(fonts.length).toBeGreaterThan(10);
  expect(host.asked.filter((path) => path.startsWith('engine/'))).toEqual([]);
});

test('a browser without room runs the app, and says what it does not keep', async ({
  page,
  context,
  host,
}) => {
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(host.url).origin,
    quotaSize: 3_000_000,
  });
  await page.goto(host.url);
  await expect(notice(page)).toContainText('Not available offline yet', { timeout: 20_000 });
  expect(await offline_panel(page, 'Not available offline')).toContain('no room');
  expect(await kept_files(page)).toEqual([]);
  await follows_the_slider(page);
});

test('a browser that stores nothing runs the app, and says what is forgotten', async ({ host }) => {
  const profile = await mkdtemp(join(tmpdir(), 'tablit-profile-'));
  await mkdir(join(profile, 'Default'));
  const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(blocked));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: find_browser('chromium').executable,
    args: [...chromium_flags],
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(host.url);
  await expect(notice(page)).toContainText('keeps nothing', { timeout: 20_000 });
  expect(await offline_panel(page, 'Nothing is kept')).toContain('forgotten');
  await follows_the_slider(page);
  expect(errors).toEqual([]);
  await context.close();
  await rm(profile, { recursive: true });
});

/** The file in a build that holds its app. */
async function archive_of({ folder }: BuiltApp): Promise<string> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  return /"url":"([^"]+\.tablit)"/.exec(html)?.[1] ?? '';
}
