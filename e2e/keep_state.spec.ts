/** `--keep-state`: a session goes on when its page is loaded anew, in the same tab, until somebody wants it gone. */
import type { Page } from 'playwright/test';
import type { Change } from './fixtures/site_server.ts';
import { expect, finished, test } from './fixtures/test.ts';

const source = `
import datetime
import streamlit as st
if "name" not in st.session_state:
    st.session_state.name = "nobody"
st.session_state.setdefault("clicks", 0)
if st.button("Count"):
    st.session_state.clicks += 1
    st.session_state.when = datetime.datetime.now()
name = st.text_input("Name", key="name")
size = st.slider("Size", 0, 10, 3)
st.text_input("Password", type="password", key="password")
st.text(f"{st.session_state.clicks} clicks of {name}, size {size}, {'when' in st.session_state}")
`;

const keep: Change = (site) => (site.app ? { ...site, app: { ...site.app, keep_state: true } } : site);
const line = (page: Page) => page.getByTestId('stText');

async function use_it(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Count' }).click();
  await expect(line(page)).toHaveText('1 clicks of nobody, size 3, True');
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('Name').press('Enter');
  await page.getByRole('slider').press('ArrowRight');
  await page.getByRole('textbox', { name: 'Password' }).fill('hidden word');
  await page.getByRole('textbox', { name: 'Password' }).press('Enter');
  await expect(line(page)).toHaveText('1 clicks of Ada, size 4, True');
  await expect(page.getByTestId('stApp')).toHaveAttribute('data-test-script-state', 'notRunning');
  await expect.poll(() => kept(page)).toContain('"clicks":1');
  await expect.poll(() => kept(page)).toContain('[4]');
}

const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }).replaceAll('\\', ''));

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Main menu' }).click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

const fresh = '0 clicks of nobody, size 3, False';

test('values and widgets are there after loading anew, painted before Python is, in this tab alone', async ({
  page,
  context,
  open,
}) => {
  await open(source, {}, keep);
  await use_it(page);
  expect(await kept(page)).not.toContain('hidden word');
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      const text = document.querySelector('[data-testid="stText"]')?.textContent;
      if (!text) return;
      observer.disconnect();
      Object.assign(globalThis, { first: text });
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await finished(page);
  // The moment is no JSON.
  await expect(line(page)).toHaveText('1 clicks of Ada, size 4, False');
  expect(await page.evaluate(() => (globalThis as { first?: string }).first)).toContain(
    '1 clicks of Ada, size 4',
  );
  await expect(page.getByLabel('Name')).toHaveValue('Ada');
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuenow', '4');
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('');
  await page.getByRole('button', { name: 'Count' }).click();
  await expect(line(page)).toHaveText('2 clicks of Ada, size 4, True');
  const other = await context.newPage();
  await other.goto(page.url());
  await finished(other);
  await expect(line(other)).toHaveText(fresh);
});

test('nothing is kept unless the author wants it', async ({ page, open }) => {
  await open(source);
  await page.getByRole('button', { name: 'Count' }).click();
  await expect(line(page)).toHaveText('1 clicks of nobody, size 3, True');
  await page.reload();
  await finished(page);
  await expect(line(page)).toHaveText(fresh);
  expect(await kept(page)).not.toContain('clicks');
  await page.getByRole('button', { name: 'Main menu' }).click();
  await expect(page.getByRole('menuitem', { name: 'Rerun from scratch' })).toHaveCount(0);
});

test('Rerun from scratch begins a new session, and so does deleting the app', async ({ page, open }) => {
  await open(source, {}, keep);
  await use_it(page);
  await choose(page, 'Rerun from scratch');
  await expect(line(page)).toHaveText(fresh);
  await expect(page.getByLabel('Name')).toHaveValue('nobody');
  await page.reload();
  await finished(page);
  await expect(line(page)).toHaveText(fresh);
  await page.getByRole('button', { name: 'Count' }).click();
  await expect.poll(() => kept(page)).toContain('"clicks":1');
  await choose(page, 'Delete');
  await page.getByRole('button', { name: 'Delete this app' }).click();
  await expect(page.getByText('Its session in this tab')).toContainText('deleted');
  expect(await kept(page)).toBe('{}');
  await page.getByRole('button', { name: 'Start over' }).click();
  await finished(page);
  await expect(line(page)).toHaveText(fresh);
});

for (const [what, change] of [
  ['no JSON', () => '{'],
  ['values of another kind', (text: string) => text.replaceAll('[4]', '["a",{}]').replaceAll('"Ada"', '7')],
  [
    'a session of code',
    (text: string) => JSON.stringify({ ...JSON.parse(text), session: 'cbuiltins\nexec\n(S"1"\ntR.' }),
  ],
] as const) {
  test(`what was tampered with in the browser does not break the page: ${what}`, async ({
    page,
    open,
    complaints,
  }) => {
    await open(source, {}, keep);
    await use_it(page);
    await page.evaluate(
      (text) => {
        addEventListener('pagehide', () => {
          for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, text);
        });
      },
      change(await page.evaluate(() => Object.values(sessionStorage)[0] as string)),
    );
    await page.reload();
    await finished(page);
    await expect(line(page)).toContainText('clicks of');
    await page.getByRole('button', { name: 'Count' }).click();
    await expect(line(page)).toContainText('True');
    expect(complaints).toEqual([]);
  });
}
