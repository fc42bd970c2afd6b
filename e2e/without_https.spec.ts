/**
 * A class whose teacher runs `python3 -m http.server`: to the tablets the page came over plain http from another machine.
 * Browsers have no cryptography there, no service worker and no clipboard; apps run, and what cannot be had is said.
 */
import type { Page } from 'playwright/test';
import { private_link_of } from '../src/share/index.ts';
import { test as base, expect, finished } from './fixtures/test.ts';
import { file_name, listed, wheel } from './fixtures/toy_wheel.ts';
import { menu } from './fixtures/vault.ts';
import { in_the_open, in_the_world } from './fixtures/world.ts';

const test = base.extend<{ readonly far: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
  far: async ({}, use) => {
    const { browser, page } = await in_the_world();
    await use(page);
    await browser.close();
  },
});

const long = { timeout: 20_000 };

test('an app runs, with its packages checked, and is there again at the next visit', async ({
  far,
  site,
}) => {
  const complaints: string[] = [];
  far.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  far.on('pageerror', (error) => complaints.push(String(error)));
  const built = wheel('word = "checked"\n');
  site.override = (path) => (path.endsWith(file_name) ? { body: built } : undefined);
  const script = `import streamlit as st, toy
st.text(f"{toy.word} {st.slider('Number', 1, 10)}")
st.code("copy me")`;
  const address = await site.add({ 'app.py': script }, (page) => ({ ...page, packages: [listed(built)] }));
  await far.goto(in_the_open(address));
  expect(await far.evaluate(() => isSecureContext)).toBe(false);
  await expect(far.getByTestId('stText')).toHaveText('checked 1', long);
  await far.getByRole('slider').press('ArrowRight');
  await expect(far.getByTestId('stText')).toHaveText('checked 2');
  await far.getByTestId('stCode').hover();
  await far.getByRole('button', { name: 'Copy to clipboard' }).click();
  await expect(far.getByRole('button', { name: 'Copied' })).toBeVisible();
  await finished(far);
  await far.reload();
  await finished(far);
  await expect(far.getByTestId('stText')).toHaveText('checked 1');
  site.override = () => undefined;
  expect(complaints).toEqual([]);
});

test('a wheel that was changed is refused there, too', async ({ far, site }) => {
  const built = wheel('word = "as it was built"\n');
  const changed = wheel('word = "another program"\n');
  site.override = (path) => (path.endsWith(file_name) ? { body: changed } : undefined);
  const app = { 'app.py': 'import streamlit as st, toy\nst.text(toy.word)' };
  const address = await site.add(app, (page) => ({ ...page, packages: [listed(built)] }));
  await far.goto(in_the_open(address));
  await expect(far.getByText('its SHA-256 differs')).toBeVisible(long);
  await expect(far.getByTestId('stText')).toHaveCount(0);
  site.override = () => undefined;
});

test('an app is shared as a link, and one that came with a link asks and runs', async ({ far, site }) => {
  await far.goto(in_the_open(await site.add({ 'app.py': 'import streamlit as st\nst.text("shared")' })));
  await expect(far.getByTestId('stText')).toHaveText('shared', long);
  await menu(far, 'Share');
  const link = await far.getByRole('textbox', { name: /Link, \d+ characters/ }).inputValue();
  await far.getByRole('button', { name: 'Copy link' }).click();
  await expect(far.getByRole('button', { name: 'Copied' })).toBeVisible();
  const other = await far.context().newPage();
  await other.goto(link);
  await other.getByRole('button', { name: 'Run' }).click();
  await expect(other.getByTestId('stText')).toHaveText('shared', long);
});

test('what needs cryptography says so: private links, secrets, the vault', async ({ far, site }) => {
  const files = new Map([
    ['app.py', new TextEncoder().encode('import streamlit as st') as Uint8Array<ArrayBuffer>],
  ]);
  const key = crypto.getRandomValues(new Uint8Array(32));
  const link = await private_link_of({ entrypoint: 'app.py', files }, `${site.origin}/index.html`, {
    kind: 'key',
    key,
  });
  await far.goto(in_the_open(link));
  await expect(far.getByRole('alert')).toContainText('browsers decrypt on secure pages alone', long);
  await far.goto(in_the_open(await site.add({ 'app.py': 'import streamlit as st\nst.text("up")' })));
  await expect(far.getByTestId('stText')).toHaveText('up', long);
  for (const entry of ['Vault', 'Secrets']) {
    await menu(far, entry);
    const window = far.getByTestId('stNoVault');
    await expect(window.getByRole('heading', { name: entry })).toBeVisible();
    await expect(window).toContainText('This page has no cryptography');
    await expect(window).toContainText('over https');
    await window.getByRole('button', { name: 'Close' }).click();
  }
});

test('what the browser keeps of an app is deleted there, too', async ({ far, site }) => {
  await far.goto(in_the_open(await site.add({ 'app.py': 'import streamlit as st\nst.text("up")' })));
  await expect(far.getByTestId('stText')).toHaveText('up', long);
  await finished(far);
  const kept = () => far.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  await expect.poll(kept).toContain('tablit-pages');
  await menu(far, 'Delete');
  const window = far.getByTestId('stDeletionPanel');
  await window.getByText('Delete everything').first().click();
  await window.getByLabel('Type “delete everything”').fill('delete everything');
  await window.getByRole('button', { name: 'Delete everything' }).click();
  await expect(window.getByRole('button', { name: 'Start over' })).toBeVisible();
  expect(await kept()).toEqual([]);
});

test('a cached function that is to be kept works, and the console says what is not kept', async ({
  far,
  site,
}) => {
  const script = `import streamlit as st
@st.cache_data(persist="disk")
def double(n):
    st.session_state.calls = st.session_state.get("calls", 0) + 1
    return 2 * n
st.text(f"{double(21)}, {st.session_state.calls} call")
st.button("Again")`;
  await far.goto(in_the_open(await site.add({ 'app.py': script })));
  await expect(far.getByTestId('stText')).toHaveText('42, 1 call', long);
  await far.getByRole('button', { name: 'Again' }).click();
  await finished(far);
  await expect(far.getByTestId('stText')).toHaveText('42, 1 call');
  await menu(far, 'Console');
  await expect(far.getByTestId('stConsole')).toContainText('keeps no entries of this app’s caches');
});
