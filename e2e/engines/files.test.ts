/** What goes in and out of an app, in three browsers: a file that is chosen, a form, a download, a static picture. */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltApp, build_app } from '../fixtures/built_app.ts';
import { type Host, serve_folder } from '../fixtures/folder_server.ts';
import { in_each_browser } from './each_browser.ts';

const source = `
import streamlit as st
st.markdown("![A square](app/static/square.svg)")
with st.form("f", clear_on_submit=True):
    name = st.text_input("Name")
    file = st.file_uploader("Data", max_upload_size=1)
    st.form_submit_button("Go")
st.text(f"Hello {name}, {file.name if file else 'no file'}, {file.read() if file else b''}")
st.download_button("Save", lambda: f"made for {name}", "../a.txt", key="save")
`;

const files = {
  '.streamlit/config.toml': '[server]\nenableStaticServing = true\n',
  'static/square.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
};

let app: BuiltApp;
let host: Host;

beforeAll(async () => {
  app = await build_app(source, 'both', [], files);
  host = await serve_folder(app.folder);
}, 120_000);

afterAll(async () => {
  await host.close();
  await rm(dirname(app.folder), { recursive: true });
});

/** Chooses a file, as the browser's window does. */
function choose(text: string, name: string): void {
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  const input = document.querySelector<HTMLInputElement>('[data-testid="stFileUploaderDropzoneInput"]');
  if (!input) throw new Error('There is no uploader.');
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What stands in the field. */
function typed(): string | undefined {
  return document.querySelector<HTMLInputElement>('[data-testid="stTextInput"] input')?.value;
}

/** What the next download is called, and what is in it: no driver sees where a browser puts it. */
function next_download(): void {
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    HTMLAnchorElement.prototype.click = click;
    const told = document.createElement('p');
    document.body.append(told);
    void fetch(this.href)
      .then((answer) => answer.text())
      .then((text) => {
        told.textContent = `saved ${this.download}: ${text}`;
      });
  };
}

in_each_browser((browser) => {
  const { says } = browser;

  test.each([
    ['a web host', () => host.url],
    ['the disk, as one file', () => pathToFileURL(app.html).href],
  ])('files go in and out, from %s', async (_from, address) => {
    await browser.driver.open(address());
    await says("Hello , no file, b''");
    await browser.driver.wait_for('img[alt="A square"][src^="blob:"]');
    await browser.driver.wait_for('[data-testid="stFileUploaderDropzoneInput"]');
    await browser.driver.evaluate(choose, 'x'.repeat(2 ** 20 + 1), 'large.txt');
    await says('Larger than 1MB');
    await browser.driver.evaluate(choose, '1,2', 'a.csv');
    // Its size is there from the start; sent before it is uploaded the form goes without it.
    await says('a.csv is uploaded.');
    await browser.driver.type('[data-testid="stTextInput"] input', 'Ada');
    await browser.driver.press('[data-testid="stTextInput"] input', 'Enter');
    await says("Hello Ada, a.csv, b'1,2'");
    await expect.poll(() => browser.driver.evaluate(typed), { timeout: 15_000 }).toBe('');
    await browser.driver.evaluate(next_download);
    await browser.driver.click('.st-key-save button');
    await says('saved a.txt: made for Ada');
  });
});
