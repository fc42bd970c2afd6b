/** The site as an installed app: what the browser reads of its manifest, and files that the system hands over. */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build_app, slider_app } from './fixtures/built_app.ts';
import { type Host, serve_folder } from './fixtures/folder_server.ts';
import { test as base, expect } from './fixtures/test.ts';

const test = base.extend<{ readonly host: Host }>({
  host: async ({ browserName: _any }, use) => {
    const { folder } = await build_app(slider_app());
    const host = await serve_folder(folder, { base: '/a/b/' });
    await use(host);
    await host.close();
    await rm(dirname(folder), { recursive: true });
  },
});

test('Chromium finds nothing wrong with installing it', async ({ page, context, host }) => {
  await page.goto(host.url);
  await expect(page.getByTestId('stOfflineNotice')).toContainText('Available offline', { timeout: 20_000 });
  const session = await context.newCDPSession(page);
  const { errors, data, url } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A test's profile is a private one, which installs nothing.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const manifest = JSON.parse(data ?? '{}');
  expect(new URL(manifest.start_url, url).href).toBe(host.url);
  const named: { src: string }[] = manifest.icons;
  for (const { src } of named) expect((await fetch(new URL(src, url))).status).toBe(200);
});

test('a file that the system hands over is shown before it runs', async ({ page, host }) => {
  await page.addInitScript(() => {
    const file = new File(['import streamlit as st\nst.text("from a file")'], 'mine.py');
    const handle = { getFile: async () => file };
    Object.defineProperty(globalThis, 'launchQueue', {
      value: { setConsumer: (use: (launch: object) => void) => setTimeout(() => use({ files: [handle] })) },
    });
  });
  await page.goto(`${host.url}?open=file`);
  await expect(page.getByTestId('stStranger')).toContainText('mine.py');
  await expect(page.getByTestId('stText')).toHaveCount(0);
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByTestId('stText')).toHaveText('from a file', { timeout: 20_000 });
});
