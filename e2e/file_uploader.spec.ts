/** `st.file_uploader` on the real page: what a reader chooses, and what is turned away before it is read. */
import { mkdir, open as open_file, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { axe_findings } from './fixtures/axe.ts';
import { expect, test } from './fixtures/folder.ts';

const one = `
import streamlit as st
file = st.file_uploader("Data", type="csv", max_upload_size=1)
st.text(f"{file.name} {file.type} {file.size} {file.read()}" if file else "nothing")
`;

const several = (rest = '') => `
import streamlit as st
files = st.file_uploader("Data", accept_multiple_files=True${rest})
st.text(f"{len(files)} {[file.name for file in files[:9]]} {sum(file.size for file in files)}")
`;

const csv = (name: string, text = '1,2') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const text_of = (page: Page) => page.getByTestId('stText');
const faults_of = (page: Page) => page.getByTestId('stFileUploaderFileErrorMessage');

test('a file is read by the script, replaced, and taken away', async ({ page, open, complaints }) => {
  await open(one);
  await expect(text_of(page)).toHaveText('nothing');
  await page.getByLabel('Data').setInputFiles(csv('a.csv'));
  await expect(text_of(page)).toHaveText("a.csv text/csv 3 b'1,2'");
  await page.getByLabel('Data').setInputFiles(csv('b.csv', 'x'));
  await expect(text_of(page)).toHaveText("b.csv text/csv 1 b'x'");
  await expect(page.getByTestId('stFileUploaderFile')).toHaveCount(1);
  await page.getByRole('button', { name: 'Remove b.csv' }).click();
  await expect(text_of(page)).toHaveText('nothing');
  await expect(page.getByTestId('stFileUploaderFile')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('it is used by keyboard alone, and axe finds nothing', async ({ page, open }) => {
  // From the start: the browser takes a moment until it hands choosers to a test.
  const choosing = page.waitForEvent('filechooser');
  await open(several());
  // Nothing can be focused before the app is live, a moment after its first run.
  await expect(page.locator('[inert]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Upload' }).focus();
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(['a', 'b', 'c', 'd'].map((name) => csv(`${name}.csv`)));
  await expect(text_of(page)).toHaveText("4 ['a.csv', 'b.csv', 'c.csv', 'd.csv'] 12");
  await expect(page.getByRole('status').filter({ hasText: '4 files are uploaded.' })).toBeAttached();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(text_of(page)).toHaveText("3 ['a.csv', 'b.csv', 'c.csv'] 9");
  await expect(page.getByRole('button', { name: 'Upload' })).toBeFocused();
  expect(await axe_findings(page)).toEqual([]);
});

test('files are dropped on it', async ({ page, open }) => {
  await open(several());
  const data = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['1,2'], 'dropped.csv'));
    return data;
  });
  const zone = page.getByTestId('stFileUploaderDropzone');
  await zone.dispatchEvent('dragover', { dataTransfer: data });
  await expect(zone).toHaveAttribute('data-over', 'true');
  await zone.dispatchEvent('drop', { dataTransfer: data });
  await expect(text_of(page)).toHaveText("1 ['dropped.csv'] 3");
});

test('a directory is taken with the paths in it, but only what has the type', async ({
  page,
  open,
  folder,
}) => {
  await mkdir(join(folder, 'data', 'deep'), { recursive: true });
  await writeFile(join(folder, 'data', 'a.csv'), '1');
  await writeFile(join(folder, 'data', 'deep', 'b.csv'), '22');
  await writeFile(join(folder, 'data', 'c.exe'), '333');
  await open(`
import streamlit as st
files = st.file_uploader("Data", type="csv", accept_multiple_files="directory")
st.text(sorted((file.name, file.size) for file in files))
`);
  await page.getByLabel('Data').setInputFiles(join(folder, 'data'));
  await expect(text_of(page)).toHaveText("[('data/a.csv', 1), ('data/deep/b.csv', 2)]");
  await expect(faults_of(page)).toHaveText(['Not one of the types that are taken here: CSV']);
});

test('promise: Uploads are checked before they are read: a file of 1 GB stays where it is', async ({
  page,
  open,
  folder,
}) => {
  const path = join(folder, 'huge.csv');
  const file = await open_file(path, 'w');
  await file.truncate(2 ** 30);
  await file.close();
  await open(one);
  await page.getByLabel('Data').setInputFiles(path);
  await expect(faults_of(page)).toHaveText('Larger than 1MB');
  await expect(text_of(page)).toHaveText('nothing');
});

test('promise: Uploads are checked before they are read: the limit of the configuration, too', async ({
  page,
  open,
}) => {
  await open(several(), { '.streamlit/config.toml': '[server]\nmaxUploadSize = 2\n' });
  await expect(page.getByText('2MB per file')).toBeVisible();
  await page
    .getByLabel('Data')
    .setInputFiles([csv('fits.csv', 'x'.repeat(2 * 2 ** 20)), csv('not.csv', 'x'.repeat(2 * 2 ** 20 + 1))]);
  await expect(text_of(page)).toHaveText(`1 ['fits.csv'] ${2 * 2 ** 20}`);
  await expect(faults_of(page)).toHaveText('Larger than 2MB');
});

test.describe('promise: Uploads are checked before they are read: another ending', () => {
  for (const name of ['a.exe', 'a.csv.exe', 'acsv', 'a\u202evsc.exe']) {
    test(JSON.stringify(name), async ({ page, open }) => {
      await open(one);
      await page.getByLabel('Data').setInputFiles(csv(name));
      await expect(faults_of(page)).toHaveText('Not one of the types that are taken here: CSV');
      await expect(text_of(page)).toHaveText('nothing');
    });
  }
});

test('promise: Uploads are checked before they are read: a name is no path and hides nothing', async ({
  page,
  open,
}) => {
  await open(several());
  // Made in the page: a file chooser of a system hands out no such names.
  const data = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    for (const name of [
      '../../etc/passwd',
      'a\0.csv',
      'photo\u202egpj.exe',
      'CON.csv',
      `${'n'.repeat(400)}.csv`,
    ]) {
      data.items.add(new File(['1'], name));
    }
    return data;
  });
  await page.getByTestId('stFileUploaderDropzone').dispatchEvent('drop', { dataTransfer: data });
  const long = `${'n'.repeat(251)}.csv`;
  await expect(text_of(page)).toHaveText(`5 ['passwd', 'a.csv', 'photogpj.exe', '_CON.csv', '${long}'] 5`);
});

test('promise: Uploads are checked before they are read: ten thousand at once', async ({
  page,
  open,
  folder,
}) => {
  test.slow();
  const names = Array.from({ length: 10_000 }, (_, index) => join(folder, `${index}.csv`));
  await Promise.all(names.map((name) => writeFile(name, '1')));
  await open(several());
  await page.getByLabel('Data').setInputFiles(names);
  await expect(text_of(page)).toContainText(/^10000 \['0.csv', '1.csv'.* 10000$/, { timeout: 60_000 });
  await expect(page.getByText('Showing page 1 of 3334')).toBeVisible();
});

test.describe('promise: Uploads are checked before they are read: a file is another one by then', () => {
  for (const [what, change] of [
    ['changed', (path: string) => writeFile(path, 'something else, and longer')],
    ['vanished', (path: string) => rm(path)],
  ] as const) {
    test(`it ${what}`, async ({ page, open, folder }) => {
      const [path, other] = [join(folder, 'a.csv'), join(folder, 'b.csv')];
      await writeFile(path, '1,2');
      await writeFile(other, '1');
      await open(several());
      // Between the choice and the read: the part of the page that hands files over is not there yet.
      await page.route('**/app_services-*.js', async (route) => {
        await change(path);
        await route.continue();
      });
      await page.getByLabel('Data').setInputFiles([path, other]);
      await expect(faults_of(page)).toContainText('Cannot be read');
      await expect(text_of(page)).toHaveText("1 ['b.csv'] 1");
    });
  }
});

test('files are still there after a run that had to be ended with its worker', async ({
  page,
  open,
  folder,
}) => {
  const [kept, lost] = [join(folder, 'kept.csv'), join(folder, 'lost.csv')];
  await writeFile(kept, '1,2');
  await writeFile(lost, '3');
  await open(`${several()}
if st.button("Busy"):
    while True: pass
`);
  await page.getByLabel('Data').setInputFiles([kept, lost]);
  await expect(text_of(page)).toHaveText("2 ['kept.csv', 'lost.csv'] 4");
  await rm(lost);
  await page.getByRole('button', { name: 'Busy' }).click();
  await page.getByTestId('stStatusWidget').getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByTestId('stApp')).toHaveAttribute('data-test-script-state', 'notRunning');
  await page.getByLabel('Data').setInputFiles(csv('new.csv'));
  await expect(text_of(page)).toHaveText("2 ['kept.csv', 'new.csv'] 6");
});

test('the page that is kept for the next visit knows nothing of the files', async ({ page, open }) => {
  await open(one);
  await page.getByLabel('Data').setInputFiles(csv('secret-plan.csv'));
  await expect(text_of(page)).toContainText('secret-plan.csv');
  await page.reload();
  await expect(text_of(page)).toHaveText('nothing');
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).toContain('file_uploader');
  expect(kept).not.toContain('secret-plan');
});
