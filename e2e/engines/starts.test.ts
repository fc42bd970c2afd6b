/** How an app begins, in three browsers: with its author's page, with the session of before, and from files that are dropped. */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltApp, build_app } from '../fixtures/built_app.ts';
import { type Host, serve_folder } from '../fixtures/folder_server.ts';
import { in_each_browser } from './each_browser.ts';

const source = `
import streamlit as st
st.session_state.setdefault("added", 0)
if st.button("Add", key="add"):
    st.session_state.added += 1
name = st.text_input("Name", key="name")
st.text(f"{st.session_state.added} added by {name}.")
`;

const LIVE = '[data-test-script-state="notRunning"] [data-testid="stMainBlockContainer"][aria-busy="false"]';

let app: BuiltApp;
let host: Host;

beforeAll(async () => {
  app = await build_app(source, 'site', ['--prerender', '--keep-state']);
  host = await serve_folder(app.folder);
}, 120_000);

afterAll(async () => {
  await host.close();
  await rm(dirname(app.folder), { recursive: true });
});

/** Whether what is shown answers. */
function is_busy(): string | null | undefined {
  return document.querySelector('[data-testid="stMainBlockContainer"]')?.getAttribute('aria-busy');
}

/** Drops a file where the page takes it, which it says after the first of a drag's events. */
async function drop(name: string, text: string): Promise<void> {
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  const tell = (type: string) =>
    document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
  tell('dragenter');
  // An event that is taken is one whose default was prevented.
  for (let tries = 0; tries < 500 && tell('dragover'); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  tell('drop');
}

in_each_browser((browser) => {
  const { says } = browser;

  test('the page that an app was built with is there before Python is', async () => {
    host.refuse = (path) => (path.endsWith('.wasm.gz') ? 503 : undefined);
    await browser.driver.open(`${host.url}?first`);
    await says('0 added by .');
    expect(await browser.driver.evaluate(is_busy)).toBe('true');
    host.refuse = () => undefined;
  });

  test('a session goes on when its page is loaded anew', async () => {
    await browser.driver.open(host.url);
    await browser.driver.wait_for(LIVE);
    await browser.driver.type('.st-key-name input', 'Ada');
    await browser.driver.press('.st-key-name input', 'Enter');
    await says('0 added by Ada.');
    await browser.driver.click('.st-key-add button');
    await says('1 added by Ada.');
    await expect.poll(() => browser.driver.evaluate(kept)).toContain('"added":1');
    await browser.driver.open(host.url);
    await browser.driver.wait_for(LIVE);
    await browser.driver.click('.st-key-add button');
    await says('2 added by Ada.');
  });

  test('a script that is dropped is shown, and runs when its reader says so', async () => {
    await browser.driver.open(host.url);
    await browser.driver.wait_for(LIVE);
    await browser.driver.evaluate(drop, 'other.py', 'import streamlit as st\nst.text("the dropped one")\n');
    await browser.driver.wait_for('[data-testid="stStranger"]');
    await browser.driver.click('[data-testid="stStranger"] .stControl-primary');
    await says('the dropped one');
  });
});

function kept(): string {
  return JSON.stringify({ ...sessionStorage }).replaceAll('\\', '');
}
