/** `server.enableStaticServing`: the app's folder `static`, shown and opened from the page's memory. */
import type { Page } from 'playwright/test';
import { expect, finished, test } from './fixtures/test.ts';

/** One red pixel. */
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'),
  (character) => character.charCodeAt(0),
);
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"><script>opener = 1</script></svg>';
const script = '<script>document.title = "ran"; localStorage.setItem("ran", "1")</script>';
const enabled = { '.streamlit/config.toml': '[server]\nenableStaticServing = true\n' };
const files = {
  'static/red.png': png,
  'static/img/a red.png': png,
  'static/pic.svg': svg,
  'static/evil.html': script,
  'static/data.json': '{"a": 1}',
  'secret.txt': 'not served',
};

const app = `
import streamlit as st
st.markdown("""
![red](app/static/red.png) ![deep](app/static/img/a%20red.png) ![pic](./app/static/pic.svg) ![gone](app/static/gone.png)
![outside](app/static/../secret.txt)

[data](app/static/data.json) [evil](app/static/evil.html) [drawing](app/static/pic.svg) [nowhere](app/static/no.pdf)
""")
st.html('<img src="app/static/red.png" alt="in html"><a href="app/static/data.json">html data</a>')
st.markdown('<b><img src="/app/static/red.png" alt="in both"></b>', unsafe_allow_html=True)
`;

/** What the page asked of its host under the address of static files. */
function asked(page: Page): string[] {
  const found: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/app/static')) found.push(request.url());
  });
  return found;
}

test('pictures are shown, links open, and nothing is asked of the host', async ({
  page,
  open,
  complaints,
}) => {
  const requests = asked(page);
  await open(app, { ...enabled, ...files });
  for (const name of ['red', 'deep', 'in html', 'in both', 'pic']) {
    const width = name === 'pic' ? 7 : 1;
    await expect(page.getByRole('img', { name, exact: true })).toHaveJSProperty('naturalWidth', width);
  }
  await expect(page.getByRole('img', { name: /gone|outside/ })).toHaveCount(0);
  await expect(page.getByText('nowhere')).toBeVisible();
  await expect(page.getByRole('link', { name: 'nowhere' })).toHaveCount(0);
  for (const name of ['data', 'html data']) {
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name, exact: true }).click(),
    ]);
    await expect(opened.locator('body')).toContainText('{"a": 1}');
    await opened.close();
  }
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);
});

test.describe('promise: What an app shows cannot run in the page: a static file that is opened', () => {
  for (const name of ['evil', 'drawing']) {
    test(name, async ({ page, open }) => {
      await open(app, { ...enabled, ...files });
      const [opened] = await Promise.all([
        page.waitForEvent('popup'),
        page.getByRole('link', { name, exact: true }).click(),
      ]);
      await opened.waitForLoadState();
      expect(await opened.evaluate(() => [document.contentType, document.title, opener])).toEqual([
        'text/plain',
        '',
        null,
      ]);
      expect(await page.evaluate(() => localStorage.getItem('ran'))).toBeNull();
    });
  }
});

test('an app that does not serve them shows what stands in their place', async ({ page, open }) => {
  const requests = asked(page);
  await open(app, files);
  await expect(page.getByTestId('stMarkdown').first()).toContainText('red deep pic gone');
  await expect(page.getByTestId('stMain').getByRole('link')).toHaveCount(0);
  await finished(page);
  expect(requests).toEqual([]);
});
