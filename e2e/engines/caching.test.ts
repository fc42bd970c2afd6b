/** `st.cache_data(persist="disk")` in three browsers, with and without JSPI: kept, read at the next visit, cleared. */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltApp, build_app } from '../fixtures/built_app.ts';
import { type Host, serve_folder } from '../fixtures/folder_server.ts';
import { in_each_browser } from './each_browser.ts';

const source = `
import streamlit as st
import sys
@st.cache_data(persist="disk")
def load(n):
    sys.ran = getattr(sys, "ran", 0) + 1
    st.text(f"drawn {n}")
    return list(range(n))
st.text(f"{len(load(100_000))} items, ran {getattr(sys, 'ran', 0)}.")
if st.button("Forget", key="forget"):
    load.clear()
    st.text("forgotten")
`;

let app: BuiltApp;
let host: Host;

beforeAll(async () => {
  app = await build_app(source, 'both');
  host = await serve_folder(app.folder);
}, 60_000);

afterAll(async () => {
  await host.close();
  await rm(dirname(app.folder), { recursive: true });
});

/** Entries in the database of caches; -1 where the browser keeps nothing for this page. Runs in the page. */
function count_entries(): Promise<number> {
  return new Promise((resolve) => {
    const request = indexedDB.open('tablit-cache');
    request.onerror = () => resolve(-1);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      const counting = request.result.transaction('entries').objectStore('entries').count();
      counting.onsuccess = () => {
        request.result.close();
        resolve(counting.result);
      };
    };
  });
}

in_each_browser((browser) => {
  const { says } = browser;
  const has_entries = (count: number) =>
    expect.poll(() => browser.driver.evaluate(count_entries), { timeout: 15_000 }).toBe(count);

  test.each([
    ['a web host', () => host.url],
    ['the disk, as one file', () => pathToFileURL(app.html).href],
  ])('an answer of an app from %s is there at the next visit until it is cleared', async (_from, address) => {
    await browser.driver.open(address());
    await says('100000 items, ran 1.');
    await has_entries(1);
    await browser.driver.open(`${address()}?again`);
    await says('100000 items, ran 0.');
    await says('drawn 100000');
    await browser.driver.click('.st-key-forget button');
    await says('forgotten');
    await has_entries(0);
    await browser.driver.open(address());
    await says('100000 items, ran 1.');
  });
});
