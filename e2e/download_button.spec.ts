/** `st.download_button` on the real page: what lands on the reader's disk, and under which name. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { link_of } from '../src/share/index.ts';
import { axe_findings } from './fixtures/axe.ts';
import { expect, finished, test } from './fixtures/test.ts';
import { menu } from './fixtures/vault.ts';

async function pressed(page: Page, label: string): Promise<readonly [name: string, text: string]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: label }).click(),
  ]);
  return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')];
}

test('saves texts, bytes and what functions make, and starts a run', async ({ page, open, complaints }) => {
  await open(`
import io
import time
import streamlit as st
st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
def made():
    time.sleep(0.01)
    return f"made after run {st.session_state.runs}"
a = st.download_button("Text", "grün", "a.txt")
st.download_button("Bytes", b"1,2", "b.csv", "text/csv", on_click="ignore")
st.download_button("Made", made, "c.txt")
st.download_button("Bare", io.BytesIO(b"x"), mime="application/json")
st.text(f"{a} {st.session_state.runs}")
`);
  expect(await pressed(page, 'Text')).toEqual(['a.txt', 'grün']);
  await expect(page.getByTestId('stText')).toHaveText('True 2');
  expect(await pressed(page, 'Made')).toEqual(['c.txt', 'made after run 2']);
  await expect(page.getByTestId('stText')).toHaveText('False 3');
  expect(await pressed(page, 'Bytes')).toEqual(['b.csv', '1,2']);
  expect(await pressed(page, 'Bare')).toEqual(['download.json', 'x']);
  await expect(page.getByTestId('stText')).toHaveText('False 4');
  expect(complaints).toEqual([]);
  expect(await axe_findings(page)).toEqual([]);
});

test('a name is no path and hides nothing', async ({ page, open }) => {
  await open(String.raw`
import streamlit as st
for number, name in enumerate(["../../report.csv", "C:\\nul.csv", "photo\u202egpj.exe", "a\0b\r\n.csv", "x" * 400 + ".csv"]):
    st.download_button(f"Save {number}", "x", name, on_click="ignore")
`);
  const names = [];
  for (let number = 0; number < 5; number++) names.push((await pressed(page, `Save ${number}`))[0]);
  expect(names).toEqual(['report.csv', '_nul.csv', 'photogpj.exe', 'ab.csv', `${'x'.repeat(251)}.csv`]);
});

test('what a function raises is said at its button, and the app goes on', async ({ page, open }) => {
  await open(`
import streamlit as st
st.download_button("Save", lambda: 1 / 0)
st.text("alive")
`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'The file could not be made. ZeroDivisionError: division by zero',
  );
  await expect(page.getByTestId('stText')).toHaveText('alive');
});

test('it saves after a run that had to be ended with its worker', async ({ page, open }) => {
  await open(`
import streamlit as st
st.download_button("Save", "kept", "a.txt")
if st.button("Busy"):
    while True: pass
`);
  await page.getByRole('button', { name: 'Busy' }).click();
  await page.getByTestId('stStatusWidget').getByRole('button', { name: 'Stop' }).click();
  await finished(page);
  expect(await pressed(page, 'Save')).toEqual(['a.txt', 'kept']);
});

test('a stranger’s app asks before it saves, and the panel counts', async ({ page, site }) => {
  const source = 'import streamlit as st\nst.download_button("Save", "x", "a.txt", on_click="ignore")';
  const files = new Map([['app.py', new TextEncoder().encode(source) as Uint8Array<ArrayBuffer>]]);
  await page.goto(await link_of({ entrypoint: 'app.py', files }, `${site.origin}/index.html`));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click({ timeout: 20_000 });
  const question = page.getByTestId('stPermissionsQuestion');
  await expect(question).toContainText('save files to your computer');
  await question.getByRole('button', { name: 'Don’t allow' }).click();
  await expect(page.getByRole('alert')).toContainText('You do not allow this app to save files');
  await menu(page, 'Permissions');
  const panel = page.getByTestId('stPermissionsPanel');
  await panel.getByRole('button', { name: /Downloads/ }).click();
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    question.getByRole('button', { name: 'Allow for this app' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('a.txt');
  expect(await pressed(page, 'Save')).toEqual(['a.txt', 'x']);
  await menu(page, 'Permissions');
  await expect(panel).toContainText(/Downloads.*used 2 times/);
});
