/** A host that allows headers: the page is cross-origin isolated, and Stop interrupts Python where it is. */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'playwright/test';
import { build_app } from './fixtures/built_app.ts';
import { isolating_headers, serve_folder } from './fixtures/folder_server.ts';
import { test as base, expect, finished } from './fixtures/test.ts';

const source = `
import uuid
import streamlit as st
if "made" not in st.session_state:
    st.session_state.made = lambda name=uuid.uuid4(): name  # cannot be carried into another worker
st.text(f"worker {st.session_state.made()}")
if st.button("Hang"):
    while True: pass
if st.button("Hold on"):
    while True:
        try:
            while True: pass
        except BaseException: pass
st.text(f"end {uuid.uuid4()}")
`;

interface Fixtures {
  /** Opens the app on a host that sends these headers. */
  readonly open_from: (headers: Readonly<Record<string, string>>) => Promise<void>;
}

const test = base.extend<Fixtures, { readonly folder: string }>({
  folder: [
    async ({ browserName: _any }, use) => {
      const { folder } = await build_app(source);
      await use(folder);
      await rm(dirname(folder), { recursive: true });
    },
    { scope: 'worker' },
  ],
  open_from: async ({ page, folder }, use) => {
    const closers: (() => Promise<void>)[] = [];
    await use(async (headers) => {
      const host = await serve_folder(folder, { headers });
      closers.push(host.close);
      await page.goto(host.url);
      await expect(page.getByText(/^end /)).toBeVisible({ timeout: 20_000 });
      await finished(page);
    });
    for (const close of closers) await close();
  },
});

/** Another one in each worker. */
async function worker_name(page: Page): Promise<string> {
  return (await page.getByText(/^worker /).textContent()) ?? '';
}

/** What a run ends with, other in each; empty when the last one was ended before. */
async function end_of_run(page: Page): Promise<string> {
  return (await page.getByText(/^end /).allTextContents()).join();
}

/** A worker that starts hears no wish: it is said until it is heard. */
async function rerun(page: Page): Promise<void> {
  const before = await end_of_run(page);
  await expect(async () => {
    await page.keyboard.press('r');
    await expect.poll(() => end_of_run(page), { timeout: 1_000 }).not.toBe(before);
  }).toPass();
  await expect(page.getByText(/^end /)).toBeVisible();
}

async function stop_after(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await finished(page);
  await rerun(page);
  await finished(page);
}

test('Stop interrupts a busy script and keeps its worker', async ({ page, open_from }) => {
  await open_from(isolating_headers);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const name = await worker_name(page);
  await stop_after(page, 'Hang');
  await stop_after(page, 'Hang');
  expect(await worker_name(page)).toBe(name);
});

test('a script that holds on to its run is ended with its worker', async ({ page, open_from }) => {
  await open_from(isolating_headers);
  const name = await worker_name(page);
  await stop_after(page, 'Hold on');
  expect(await worker_name(page)).not.toBe(name);
});

test('without the headers Stop ends the worker', async ({ page, open_from }) => {
  await open_from({});
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  const name = await worker_name(page);
  await stop_after(page, 'Hang');
  expect(await worker_name(page)).not.toBe(name);
});

test('isolation outlasts the network', async ({ page, open_from }) => {
  await open_from(isolating_headers);
  await expect(page.getByTestId('stOfflineNotice')).toContainText('Available offline', { timeout: 20_000 });
  await page.reload();
  await expect(page.getByText(/^end /)).toBeVisible();
  expect(await page.evaluate(() => [!!navigator.serviceWorker.controller, crossOriginIsolated])).toEqual([
    true,
    true,
  ]);
});
