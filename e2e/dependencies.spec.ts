/** A package is the one that the app was built with, or it is not loaded: nothing of another runs. */
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import type { SitePackage } from '../src/share/site.ts';
import { expect, test } from './fixtures/test.ts';

const text = (value: string) => new TextEncoder().encode(value);

/** A wheel of one module, `toy`, with this source. Nothing is packed, so that a text of the same length is a wheel of the same size. */
function wheel(source: string): Uint8Array {
  return zipSync(
    {
      'toy.py': text(source),
      'toy-1.0.dist-info/METADATA': text('Metadata-Version: 2.1\nName: toy\nVersion: 1.0\n'),
      'toy-1.0.dist-info/WHEEL': text(
        'Wheel-Version: 1.0\nGenerator: t\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
      ),
      'toy-1.0.dist-info/RECORD': text('toy.py,,\n'),
    },
    { level: 0, mtime: new Date('2026-01-01T00:00:00Z') },
  );
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const file_name = 'toy-1.0-py3-none-any.whl';
const built = wheel('word = "as it was built"\n');
const changed = wheel('word = "another program"\n');

const listed: SitePackage = {
  name: 'toy',
  version: '1.0',
  file_name,
  sha256: sha256(built),
  size: built.length,
  file: `wheels/${file_name}`,
};

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
  const address = await site.add(app, (built_site) => ({ ...built_site, packages: [listed] }));
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
  for (const hash of [sha256(changed), '', 'x', `${listed.sha256.slice(0, 63)}`]) {
    await page.goto(
      await site.add(app, (built_site) => ({ ...built_site, packages: [{ ...listed, sha256: hash }] })),
    );
    await expect(page.getByText('its SHA-256 differs')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByTestId('stText')).toHaveCount(0);
  }
});
