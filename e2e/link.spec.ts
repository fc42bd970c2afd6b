/** Apps that come with a link or from an address: shown before they run, refused when something is wrong with them. */
import { link_of, pack } from '../src/share/index.ts';
import { expect, finished, test } from './fixtures/test.ts';

const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
const project = {
  entrypoint: 'app.py',
  files: new Map([['app.py', bytes('import streamlit as st\nst.text("from a link")')]]),
};

test('promise: a stranger’s app runs only when its reader says so, and is remembered by its content', async ({
  page,
  site,
}) => {
  await page.goto(await link_of(project, `${site.origin}/index.html`));
  await expect(page.getByRole('heading', { name: 'Run “app.py”?' })).toBeVisible();
  await expect(page.getByTestId('stText')).toHaveCount(0);
  await page.getByText('Look at the code').click();
  await expect(page.getByRole('region', { name: 'app.py' })).toContainText('from a link');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByTestId('stText')).toHaveText('from a link', { timeout: 20_000 });
  await page.reload();
  await expect(page.getByTestId('stText')).toHaveText('from a link', { timeout: 20_000 });
});

test('a link that was cut, changed or made by a newer Tablit is refused in words', async ({ page, site }) => {
  const link = await link_of(project, `${site.origin}/index.html`);
  await page.goto(link.slice(0, -8));
  await expect(page.getByRole('alert')).toContainText('not complete');
  const at = link.length - 12;
  const other = link[at] === 'A' ? 'B' : 'A';
  await page.goto(`${site.origin}/index.html`);
  await page.goto(`${link.slice(0, at)}${other}${link.slice(at + 1)}`);
  await expect(page.getByRole('alert')).toContainText('changed');
});

test('what is shared from the menu opens in a fresh profile', async ({ page, open, browser }) => {
  await open('import streamlit as st\nst.text("share me")');
  await page.getByRole('button', { name: 'Main menu' }).click();
  await page.getByRole('menuitem', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: /Link, \d+ characters/ }).inputValue();
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await other.getByRole('button', { name: 'Run' }).click();
  await expect(other.getByTestId('stText')).toHaveText('share me', { timeout: 20_000 });
  await context.close();
});

test('`?app=` opens a script or an archive of this host, and says what is wrong with anything else', async ({
  page,
  site,
}) => {
  const archive = await pack(project);
  const answers: Readonly<Record<string, { status?: number; body: Uint8Array }>> = {
    '/far/app.py': { body: bytes('import streamlit as st\nst.text("a script")') },
    '/far/app.tablit': { body: archive },
    '/far/page.html': { body: bytes('<!doctype html><p>no app</p>') },
    '/far/gone.py': { status: 404, body: bytes('gone') },
  };
  site.override = (path) => answers[path];
  const go = (path: string) => page.goto(`${site.origin}/index.html?app=${encodeURIComponent(path)}`);
  await go('/far/app.py');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByTestId('stText')).toHaveText('a script', { timeout: 20_000 });
  await finished(page);
  await go('/far/app.tablit');
  await expect(page.getByRole('button', { name: 'Run' })).toBeVisible();
  await go('/far/page.html');
  await expect(page.getByRole('alert')).toContainText('gives a web page, not an app');
  await go('/far/gone.py');
  await expect(page.getByRole('alert')).toContainText('answered 404');
  await go('javascript:alert(1)');
  await expect(page.getByRole('alert')).toContainText('no address of an app');
  site.override = () => undefined;
});
