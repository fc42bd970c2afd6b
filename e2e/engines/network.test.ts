/** A request through the page in each engine: it asks and answers where Python can wait, and else says why it cannot. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Host, start_host } from '../fixtures/hosts.ts';
import { type SiteServer, serve_site } from '../fixtures/site_server.ts';
import { in_each_browser } from './each_browser.ts';

let site: SiteServer;
let host: Host;

beforeAll(async () => {
  [site, host] = await Promise.all([serve_site(), start_host()]);
});
afterAll(() => Promise.all([site.close(), host.close()]));

const app = (origin: string) => `
import asyncio, urllib.request
import streamlit as st
from pyodide.http import pyfetch

async def main():
    return await (await pyfetch("${origin}/json")).string()

try:
    st.text(urllib.request.urlopen("${origin}/json").read().decode())
    st.text(f"{len(list(urllib.request.urlopen('${origin}/stream')))} lines")
    st.text(asyncio.run(main()))
except OSError as error:
    st.text(str(error.reason))
`;

in_each_browser((browser) => {
  it('asks before a request and answers it, or says that Python cannot wait', async () => {
    const { driver } = browser;
    host.hits.length = 0;
    await driver.open(await site.add({ 'app.py': app(host.origin) }));
    const can_wait = await driver.evaluate(() => 'Suspending' in WebAssembly);
    if (can_wait) {
      await driver.wait_for(
        '.stPanel >>> .stPermissionsQuestion .stControl-primary:not([aria-disabled="true"])',
      );
      expect(host.hits).toEqual([]);
      await driver.click('.stPanel >>> .stPermissionsQuestion .stControl-primary');
    }
    await driver.wait_for(`.stElementContainer:nth-child(${can_wait ? 3 : 1}) [data-testid="stText"]`);
    const texts = await driver.evaluate(() =>
      [...document.querySelectorAll('[data-testid="stText"]')].map(({ textContent }) => textContent),
    );
    expect(texts).toEqual(
      can_wait
        ? ['{"n":42}', '10 lines', '{"n":42}']
        : [expect.stringMatching(/cannot let Python wait .*JSPI.*Safari 27/)],
    );
  });
});
