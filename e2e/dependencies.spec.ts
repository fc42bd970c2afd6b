/** A package is the one that the app was built with, or it is not loaded: nothing of another runs. */
import { expect, test } from './fixtures/test.ts';
import { file_name, listed, sha256, wheel } from './fixtures/toy_wheel.ts';

const built = wheel('word = "as it was built"\n');
const changed = wheel('word = "another program"\n');

const app = { 'app.py': 'import streamlit as st\nimport toy\nst.text(toy.word)' };

test.afterEach(({ site }) => {
  site.override = () => undefined;
});

test('promise: Dependencies are what they were: a wheel whose bytes changed after the build is refused by name', async ({
  page,
  site,
}) => {
  expect(changed.length).toBe(built.length);
  const serve = (body: Uint8Array) => {
    site.override = (path) => (path.endsWith(file_name) ? { body } : undefined);
  };
  serve(changed);
  const address = await site.add(app, (built_site) => ({ ...built_site, packages: [listed(built)] }));
  await page.goto(address);
  await expect(page.getByText(`${file_name} is not the file that this app was built with`)).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText('another program')).toHaveCount(0);
  // As it was it runs, at the same page.
  serve(built);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByTestId('stText')).toHaveText('as it was built', { timeout: 20_000 });
});

test('promise: Dependencies are what they were: a lock with a wrong SHA-256, an empty one, or a part of it', async ({
  page,
  site,
}) => {
  site.override = (path) => (path.endsWith(file_name) ? { body: built } : undefined);
  for (const hash of [sha256(changed), '', 'x', `${sha256(built).slice(0, 63)}`]) {
    await page.goto(
      await site.add(app, (built_site) => ({
        ...built_site,
        packages: [{ ...listed(built), sha256: hash }],
      })),
    );
    await expect(page.getByText('its SHA-256 differs')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByTestId('stText')).toHaveCount(0);
  }
});
