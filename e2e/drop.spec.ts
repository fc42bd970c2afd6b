/** Files that are dropped on the page, or chosen by keyboard, open as any app of a stranger; what is none changes nothing. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, finished, test } from './fixtures/test.ts';

/** A list, where two have one name. */
type Files = Readonly<Record<string, string>> | [name: string, text: string][];

/** Drags files over what `selector` finds, and lets them go there unless `stay`. */
async function drag(page: Page, files: Files, selector = 'body', stay = false): Promise<void> {
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    const pairs = Array.isArray(given) ? given : Object.entries<string>(given);
    for (const [name, text] of pairs) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  const target = page.locator(selector).first();
  await target.dispatchEvent('dragenter', { dataTransfer: data });
  // What takes them is fetched by now, as the second visit of a pointer would find it.
  await expect(async () => {
    await target.dispatchEvent('dragover', { dataTransfer: data });
    if (selector === 'body') await expect(hint(page)).toBeVisible({ timeout: 200 });
  }).toPass();
  if (!stay) await target.dispatchEvent('drop', { dataTransfer: data });
}

const hint = (page: Page) => page.getByTestId('stDropHint');
const stranger = (page: Page) => page.getByTestId('stStranger');
const text = (page: Page) => page.getByTestId('stText');

const app = 'import streamlit as st\nst.text("the open one")\n';
const dropped = 'import streamlit as st\nst.text("the dropped one")\n';

async function run_it(page: Page, name: string): Promise<void> {
  await expect(stranger(page)).toContainText(`Run “${name}”?`);
  await expect(text(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(text(page)).toHaveText('the dropped one', { timeout: 20_000 });
}

test('a script: that it can be dropped is seen, and it is shown before it runs; a reload brings it again', async ({
  page,
  open,
}) => {
  await open(app);
  await drag(page, { 'mine.py': dropped }, 'body', true);
  await expect(hint(page)).toContainText('Drop to open');
  await expect(hint(page)).toHaveCount(0);
  await drag(page, { 'mine.py': dropped });
  await run_it(page, 'mine.py');
  await page.reload();
  await finished(page);
  await expect(text(page)).toHaveText('the dropped one');
});

test('several files, and an app too large for an address', async ({ page, open }) => {
  await open(app);
  const data = randomBytes(60_000).toString('base64');
  await drag(page, { 'app.py': `${dropped}import helper\n`, 'helper.py': 'x = 1\n', 'data.txt': data });
  await run_it(page, 'app.py');
  await page.reload();
  await finished(page);
  await expect(text(page)).toHaveText('the dropped one');
});

for (const [how, data] of [
  ['as a link', ''],
  ['as a copy, for it is large', randomBytes(60_000).toString('base64')],
] as const) {
  test(`what is no part of the app is listed before it runs, opened ${how}`, async ({ page, open }) => {
    await open(app);
    await drag(page, { 'app.py': dropped, '.env': 'KEY=1', '.DS_Store': '', 'data.txt': data });
    const left_out = page.getByRole('list', { name: 'Left out' }).getByRole('listitem');
    await expect(left_out).toHaveText([/^\.DS_Store made by tools$/, /^\.env may hold secrets$/]);
    await run_it(page, 'app.py');
    // Another app is opened: nothing is said of the one before.
    await drag(page, { 'other.py': dropped });
    await expect(stranger(page)).toContainText('Run “other.py”?');
    await expect(left_out).toHaveCount(0);
  });
}

test('two files of one name are refused, and neither is opened in place of the other', async ({
  page,
  open,
}) => {
  await open(app);
  await drag(page, [
    ['app.py', dropped],
    ['app.py', 'import streamlit as st'],
  ]);
  await expect(page.getByTestId('stRefusedFiles')).toContainText('Two files have one name: “app.py”.');
  await expect(text(page)).toHaveText('the open one');
});

test('what is no app is said, and the open app goes on', async ({ page, open }) => {
  await open(app);
  await drag(page, { 'notes.txt': 'hello' });
  const refused = page.getByTestId('stRefusedFiles');
  await expect(refused).toContainText('notes.txt is not an app.');
  await refused.getByRole('button', { name: 'Close' }).last().click();
  await expect(refused).toHaveCount(0);
  await expect(text(page)).toHaveText('the open one');
  // An open window lets nothing past it.
  await page.getByRole('button', { name: 'Main menu' }).click();
  await page.getByRole('menuitem', { name: 'Share' }).click();
  await drag(page, { 'mine.py': dropped }, '[data-testid="stShareDialog"]');
  await expect(stranger(page)).toHaveCount(0);
});

test('an uploader of the app keeps what is dropped on it', async ({ page, open }) => {
  await open(
    'import streamlit as st\nfile = st.file_uploader("File")\nst.text(file.name if file else "none")\n',
  );
  await drag(page, { 'mine.py': dropped }, '[data-testid="stFileUploaderDropzone"]');
  await expect(text(page)).toHaveText('mine.py');
  await expect(hint(page)).toHaveCount(0);
});

test('by keyboard: the menu asks for a file', async ({ page, open }) => {
  const folder = await mkdtemp(join(tmpdir(), 'tablit-'));
  try {
    await writeFile(join(folder, 'mine.py'), dropped);
    await open(app);
    await page.getByRole('button', { name: 'Main menu' }).press('Enter');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Open a file' }).press('Enter');
    await (await chooser).setFiles(join(folder, 'mine.py'));
    await run_it(page, 'mine.py');
  } finally {
    await rm(folder, { recursive: true });
  }
});
