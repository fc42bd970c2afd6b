/** The gallery that `npm start` serves: every example opens and runs, for axe, narrow and wide, light and dark. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { start_server } from '../src/cli/server.ts';
import { static_files } from '../src/cli/static_files.ts';
import { axe_findings } from './fixtures/axe.ts';
import { test as base, expect, finished } from './fixtures/test.ts';

const folder = fileURLToPath(new URL('../dist/gallery', import.meta.url));

const test = base.extend<object, { readonly gallery: string }>({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
    async ({}, use) => {
      const server = await start_server([static_files(folder)], 0);
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
});

/** Without the order of headings: it is the script's own to choose. Icons are words until their font is there. */
async function findings(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  const found = await axe_findings(page, selector);
  return found.filter((line) => !line.startsWith('heading-order '));
}

test("shows the first app of Streamlit's own pages first, with its source, and opens it in one click", async ({
  page,
  gallery,
}) => {
  await page.goto(gallery);
  const card = page.getByTestId('stGalleryCard').first();
  await expect(card.getByRole('heading')).toHaveText('Pick a number');
  await expect(card).toContainText('st.slider("Pick a number: ", min_value=1, max_value=10)');
  await card.getByRole('link', { name: 'Open Pick a number' }).click();
  const slider = page.getByRole('slider', { name: 'Pick a number:' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('stText')).toHaveText('Your number is 2');
});

test('every app has a Share button, and its link pasted in a fresh profile opens the same app', async ({
  page,
  gallery,
  browser,
}) => {
  test.setTimeout(180_000);
  await page.goto(gallery);
  const cards = page.getByTestId('stGalleryCard');
  const titles = await cards.getByRole('heading').allTextContents();
  expect(titles.length).toBeGreaterThanOrEqual(12);
  const sources = await cards.locator('code').evaluateAll((all) => all.map((code) => code.textContent));
  for (const [at, title] of titles.entries()) {
    await page.getByRole('button', { name: `Share ${title}`, exact: true }).click();
    const link = await page.getByTestId('stShareDialog').getByRole('textbox', { name: /^Link/ }).inputValue();
    await page.getByTestId('stShareDialog').getByRole('button', { name: 'Close' }).click();
    const profile = await browser.newContext();
    const fresh = await profile.newPage();
    await fresh.goto(link);
    await expect(fresh.getByTestId('stStranger')).toContainText('Nothing of it has run yet');
    const script = await fresh.getByTestId('stStranger').locator('pre code').textContent();
    // The card shows it without the words that describe it.
    expect(script, title).toContain(sources[at]?.trim());
    await fresh.getByRole('button', { name: 'Run' }).click();
    await finished(fresh);
    await expect(fresh.getByTestId('stException')).toHaveCount(0);
    await profile.close();
  }
});

test('every example runs without a fault, and axe finds nothing', async ({ page, gallery, complaints }) => {
  test.setTimeout(180_000);
  await page.goto(gallery);
  const links = page.getByTestId('stGalleryCard').getByRole('link', { name: /^Open / });
  await expect(links).not.toHaveCount(0);
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.length).toBeGreaterThanOrEqual(12);
  for (const address of addresses) {
    await page.goto(address);
    await finished(page);
    await expect(page.getByTestId('stException')).toHaveCount(0);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await findings(page, '[data-testid=stApp]'), address).toEqual([]);
  }
  expect(complaints).toEqual([]);
});

for (const [width, theme] of [
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const) {
  test(`is whole at ${width} pixels in the ${theme} theme`, async ({ page, gallery }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(gallery);
    await expect(page.getByTestId('stGalleryCard')).not.toHaveCount(0);
    expect(await findings(page, 'body')).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
