/** Apps inside another page, in three browsers: beside the site, and on another host. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build_app, slider_app } from '../fixtures/built_app.ts';
import { type Host, serve_folder } from '../fixtures/folder_server.ts';
import { in_each_browser } from './each_browser.ts';

let place: string;
let here: Host;
let there: Host;

const page = (script: string) => `<!doctype html><meta charset="utf-8"><title>A page</title>${script}
<tablit-app id="a" source loading="eager"><script type="text/x-python">
import streamlit as st
st.text("fi" + "rst")
if st.checkbox("More"):
    for n in range(30): st.text(n)
</script></tablit-app>
<tablit-app id="b" theme="dark" loading="eager"></tablit-app>`;

beforeAll(async () => {
  const { folder } = await build_app(slider_app());
  place = await mkdtemp(join(tmpdir(), 'tablit-embed-'));
  await cp(folder, join(place, 'here', 'tablit'), { recursive: true });
  await rm(dirname(folder), { recursive: true });
  await mkdir(join(place, 'there'));
  // A host that lets nothing be kept: then the frames have it from each other.
  here = await serve_folder(join(place, 'here'), { headers: { 'cache-control': 'no-store' } });
  there = await serve_folder(join(place, 'there'));
  const module = '<script type="module" src="tablit/embed.js"></script>';
  await writeFile(join(place, 'here', 'index.html'), page(module));
  const classic = `<script defer src="${here.url}tablit/embed.classic.js"></script>`;
  await writeFile(join(place, 'there', 'index.html'), page(classic));
}, 60_000);

afterAll(async () => {
  await here.close();
  await there.close();
  await rm(place, { recursive: true });
});

/** Resolves with the frame's text and height once `text` is in it; rejects after `ms` milliseconds. */
function frame_says(selector: string, text: string, ms: number): Promise<{ fits: boolean; height: number }> {
  return new Promise((resolve, reject) => {
    const end = performance.now() + ms;
    const check = () => {
      const frame = document.querySelector(selector)?.shadowRoot?.querySelector('iframe');
      const body = frame?.contentDocument?.body;
      const height = frame?.clientHeight ?? 0;
      const fits = Math.ceil(body?.getBoundingClientRect().height ?? 0) === height;
      if (body?.textContent.includes(text) && fits) resolve({ fits, height });
      else if (performance.now() > end)
        reject(new Error(`No "${text}" in ${selector}, ${height} high: ${body?.textContent.slice(0, 300)}`));
      else setTimeout(check, 20);
    };
    check();
  });
}

/** Runs the app in the frame again, and says how high the frame then is. */
async function run_app(selector: string): Promise<number> {
  await customElements.whenDefined('tablit-app');
  const app = document.querySelector(selector) as HTMLElement & { run(): Promise<void> };
  await app.run();
  await new Promise((resolve) => setTimeout(resolve, 500));
  return app.shadowRoot?.querySelector('iframe')?.clientHeight ?? 0;
}

in_each_browser((browser) => {
  test('two apps share a download, each as high as what it shows', async () => {
    here.asked.length = 0;
    await browser.driver.open(here.url);
    const small = await browser.driver.evaluate(frame_says, '#a', 'first', 60_000);
    await browser.driver.evaluate(frame_says, '#b', 'Your number is 1', 60_000);
    const engine = here.asked.filter((path) => path.startsWith('tablit/engine/'));
    expect(engine.length).toBeGreaterThan(3);
    expect(engine.filter((path, index) => engine.indexOf(path) !== index)).toEqual([]);
    await browser.driver.evaluate(() => {
      const frame = document.querySelector('#a')?.shadowRoot?.querySelector('iframe');
      frame?.contentDocument?.querySelector<HTMLElement>('[type=checkbox]')?.click();
    });
    const large = await browser.driver.evaluate(frame_says, '#a', '29', 60_000);
    expect(large.height).toBeGreaterThan(small.height + 500);
    await browser.driver.evaluate(() => {
      const frame = document.querySelector('#a')?.shadowRoot?.querySelector('iframe');
      frame?.contentDocument?.querySelector<HTMLElement>('[type=checkbox]')?.click();
    });
    await expect
      .poll(async () => (await browser.driver.evaluate(frame_says, '#a', 'first', 60_000)).height)
      .toBe(small.height);
  });

  test('in a page of another host it runs, and says how high it is', async () => {
    await browser.driver.open(there.url.replace('127.0.0.1', 'localhost'));
    await expect.poll(() => browser.driver.evaluate(run_app, '#a'), { timeout: 60_000 }).toBeGreaterThan(200);
  });
});
