/** An app that the CLI built, in three browsers: from a web host, without a network, and as one file from the disk. */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltApp, build_app } from '../fixtures/built_app.ts';
import { type Host, isolating_headers, serve_folder } from '../fixtures/folder_server.ts';
import { in_each_browser } from './each_browser.ts';

const source = `
import streamlit as st
number = st.slider("Pick a number: ", min_value=1, max_value=10)
st.text("Your number is " + str(number))
name = st.text_input("Name")
st.text("Hello " + name)
st.session_state.count = st.session_state.get("count", 0) + st.button("Add", key="add")
st.text(f"count {st.session_state.count}")
st.markdown("$x^2$ and \`code\` and :material/home:")
st.code("x = 1")
if st.button("Hang", key="hang"):
    while True: pass
`;

let app: BuiltApp;
let host: Host;

beforeAll(async () => {
  app = await build_app(source, 'both');
  host = await serve_folder(app.folder, { base: '/a/b/' });
}, 60_000);

afterAll(async () => {
  await host.close();
  await rm(dirname(app.folder), { recursive: true });
});

in_each_browser((browser) => {
  const { says, name } = browser;

  /** What a reader does with it, each step seen in the page. */
  async function use_app(): Promise<void> {
    await says('Your number is 1');
    await browser.driver.press('[role="slider"]', 'ArrowRight');
    await says('Your number is 2');
    await browser.driver.type('[data-testid="stTextInput"] input', 'Ada');
    await browser.driver.press('[data-testid="stTextInput"] input', 'Enter');
    await says('Hello Ada');
    await browser.driver.click('.st-key-add button');
    await says('count 1');
    await browser.driver.wait_for('.katex, .katex-error');
    // Kept from a run that ended, after a moment of quiet.
    await pause(500);
    await browser.driver.click('.st-key-hang button');
    await browser.driver.click('[data-testid="stStatusWidget"] button');
    await browser.driver.wait_for('[data-test-script-state="notRunning"]');
    await browser.driver.click('.st-key-add button');
    await says('count 2');
    await says('Your number is 2');
  }

  test.each([
    ['a web host', () => host.url],
    ['the disk, as one file', () => pathToFileURL(app.html).href],
  ])('an app from %s starts, follows slider, text and button, and stops', async (from, address) => {
    await browser.driver.open(address());
    const started = await says('Your number is 1');
    console.log(`${name}, ${from}: first result after ${Math.round(started)} ms`);
    await use_app();
    expect(
      await browser.driver.evaluate(() => document.querySelector('[data-testid="stException"]')),
    ).toBeNull();
  });

  test('a host that isolates its pages is of use where the browser knows how, and does no harm elsewhere', async () => {
    const isolating = await serve_folder(app.folder, { headers: isolating_headers });
    await browser.driver.open(isolating.url);
    await use_app();
    expect(await browser.driver.evaluate(() => crossOriginIsolated)).toBe(name !== 'webkit');
    await isolating.close();
  });

  test('an app that was opened once starts again when its host is gone', async () => {
    const gone = await serve_folder(app.folder);
    await browser.driver.open(gone.url);
    await says('Your number is 1');
    await says('Available offline');
    await gone.close();
    await browser.driver.open(`${gone.url}?again`);
    await says('Your number is 1');
    // What is shown at first is of the last visit, and answers nothing.
    await browser.driver.wait_for('[data-testid="stMainBlockContainer"][aria-busy="false"]');
    await browser.driver.press('[role="slider"]', 'ArrowRight');
    await says('Your number is 2');
  });
});
