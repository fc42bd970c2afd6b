/** `st.query_params` and the page's address: one follows the other. */
import type { Page } from 'playwright/test';
import { link_of } from '../src/share/index.ts';
import { expect, finished, test } from './fixtures/test.ts';
import { menu } from './fixtures/vault.ts';

const app = `
import streamlit as st
st.session_state.runs = st.session_state.get("runs", 0) + 1
n = st.slider("N", 0, 9, int(st.query_params.get("n", 0)))
st.text(f"{st.query_params.to_dict()} {st.query_params.get_all('tag')} run {st.session_state.runs}")
if st.button("Write"):
    st.query_params.n = n
    st.query_params["tag"] = ["a b", "ä&"]
if st.button("Clear"): st.query_params.clear()
if st.button("Forge"): st.query_params.update(app="evil.py", open="file")
`;

const words = (page: Page) => page.getByTestId('stText');
const search = (page: Page) => new URL(page.url()).search;

async function go(page: Page, address: string, query: string): Promise<void> {
  await page.goto(`${address}${query}`);
  await finished(page);
}

test('the address is there in the script, a change is in the address, and a new visit begins with it', async ({
  page,
  site,
  complaints,
}) => {
  const address = await site.add({ 'app.py': app });
  await go(page, address, '?n=3&tag=x&tag=y#here');
  await expect(words(page)).toHaveText("{'n': '3', 'tag': 'y'} ['x', 'y'] run 1");
  await page.getByRole('slider', { name: 'N' }).press('ArrowRight');
  await page.getByRole('button', { name: 'Write' }).click();
  await expect.poll(() => search(page)).toBe('?n=4&tag=a+b&tag=%C3%A4%26');
  expect(new URL(page.url()).hash).toBe('#here');
  await expect(words(page)).toContainText('run 3'); // a change runs nothing
  await page.reload();
  await finished(page);
  await expect(words(page)).toHaveText("{'n': '4', 'tag': 'ä&'} ['a b', 'ä&'] run 1");
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(() => search(page)).toBe('');
  expect(complaints).toEqual([]);
});

test('back and forth run the script with the query of that step, in the same session', async ({
  page,
  site,
}) => {
  const address = await site.add({ 'app.py': app });
  await go(page, address, '?n=1');
  await page.getByRole('button', { name: 'Write' }).click();
  await expect.poll(() => search(page)).toContain('tag=');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(() => search(page)).toBe('');
  await page.goBack();
  await expect(words(page)).toHaveText("{'n': '1', 'tag': 'ä&'} ['a b', 'ä&'] run 4");
  await page.goBack();
  await expect(words(page)).toHaveText("{'n': '1'} [] run 5");
  await page.goForward();
  await expect(words(page)).toContainText('run 6');
  await menu(page, 'Rerun');
  await expect(words(page)).toHaveText("{'n': '1', 'tag': 'ä&'} ['a b', 'ä&'] run 7");
});

test('what is the page’s own is neither seen nor set by the script', async ({ page, site }) => {
  const address = await site.add({ 'app.py': app });
  await go(page, address, '?embed=true&n=2');
  await expect(words(page)).toHaveText("{'n': '2'} [] run 1");
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(() => search(page)).toBe('?embed=true');
  await page.getByRole('button', { name: 'Forge' }).click();
  await expect(words(page)).toContainText('run 3');
  expect(search(page)).toBe('?embed=true');
});

test('an app from a link keeps its link, and an address of an app stays one', async ({ page, site }) => {
  const bytes = new TextEncoder().encode(app) as Uint8Array<ArrayBuffer>;
  const project = { entrypoint: 'app.py', files: new Map([['app.py', bytes]]) };
  const link = await link_of(project, `${site.origin}/index.html`);
  await page.goto(link);
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(words(page)).toHaveText('{} [] run 1', { timeout: 20_000 });
  await page.getByRole('button', { name: 'Write' }).click();
  await expect.poll(() => search(page)).toContain('n=0');
  await page.reload();
  await expect(words(page)).toContainText("'n': '0'");
  expect(new URL(page.url()).hash).toBe(new URL(link).hash);

  site.override = (path) => (path === '/far/app.py' ? { body: bytes } : undefined);
  await page.goto(`${site.origin}/index.html?app=far%2Fapp.py&n=5`);
  await expect(words(page)).toHaveText("{'n': '5'} [] run 1", { timeout: 20_000 });
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(() => search(page)).toBe('?app=far%2Fapp.py');
  site.override = () => undefined;
});

test('a script that changes it in every run of a loop does no harm', async ({ page, open }) => {
  await open(`
import streamlit as st
n = st.session_state.n = st.session_state.get("n", 0) + 1
for i in range(500):
    st.query_params.n = f"{n} {i}"
if n < 300: st.rerun()
st.text(f"after {n}")
`);
  await expect(page.getByTestId('stText')).toHaveText('after 300', { timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Main menu' })).toBeVisible();
});
