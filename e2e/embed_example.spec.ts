/** The example of `docs/embedding.md`: put together as it says, for axe, narrow and wide, light and dark. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { axe_findings } from './fixtures/axe.ts';
import { app_in, expect, inline, module_script, run_over, test } from './fixtures/embedding.ts';

const example = fileURLToPath(new URL('../docs/embedding', import.meta.url));
/** Set to a folder to have pictures for the docs. */
const pictures = process.env['PICTURES'];
const long = { timeout: 30_000 };

const views = [
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const;

/** Nothing sticks out of the page, and axe finds nothing in it and in its frames' elements. */
async function is_for_everybody(page: Page, what: string): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, what).toBeLessThanOrEqual(0);
  expect(await axe_findings(page), what).toEqual([]);
}

for (const [width, theme] of views) {
  test(`the example runs: ${width} px, ${theme}`, async ({ page, embedding, place, complaints }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await cp(example, join(place, 'here'), { recursive: true });
    await page.goto(`${embedding.here.url}page.html`);
    const elements = page.locator('tablit-app');
    const [file, primes, own] = [0, 1, 2].map((at) => elements.nth(at).frameLocator('iframe'));
    if (!file || !primes || !own) throw new Error('There are three elements.');

    await expect(file.getByTestId('stMarkdown').last()).toContainText('After 10 years it is 1,629.', long);
    await file.getByText('Year by year').click();
    await expect(file.getByTestId('stText')).toHaveCount(10);
    await elements.nth(1).scrollIntoViewIfNeeded();
    await expect(primes.getByTestId('stMarkdown').first()).toContainText('15 primes', long);
    await expect(primes.getByRole('region', { name: 'Source of app.py' })).toContainText('st.number_input');
    const mounted = app_in(page, '#mounted');
    await page.locator('#mounted').scrollIntoViewIfNeeded();
    await expect(mounted.getByTestId('stAlert')).toHaveText(/Hello, reader/, long);
    await page.getByLabel('Greeting').fill('Good evening');
    await page.getByLabel('Greeting').press('Enter');
    await expect(mounted.getByTestId('stAlert')).toHaveText(/Good evening, reader/);
    await elements.nth(2).scrollIntoViewIfNeeded();
    await run_over(own);
    await expect(own.getByTestId('stText')).toHaveText('Your number is 1');

    for (const frame of [file, primes, mounted, own]) {
      const { over } = await frame.locator('html').evaluate((html) => ({
        over: html.scrollWidth > html.clientWidth || html.scrollHeight > html.clientHeight,
      }));
      expect(over).toBe(false);
    }
    await is_for_everybody(page, 'example');
    expect(complaints).toEqual([]);
    if (pictures) {
      await page.screenshot({ path: `${pictures}/embedding-${theme}-${width}.png`, fullPage: true });
    }
  });

  test(`what is loading, waiting or wrong is for everybody: ${width} px, ${theme}`, async ({
    page,
    embedding,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    let let_go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      let_go = resolve;
    });
    await page.route('**/held.py', async (route) => {
      await held;
      await route.fulfill({ status: 404 });
    });
    const body = `${module_script}<main><h1>States</h1>
      <tablit-app src="gone-with-a-long-name-that-does-not-fit-into-one-line-of-a-phone.py"></tablit-app>
      <tablit-app src="held.py"></tablit-app>
      ${inline('import streamlit as st\nst.', 'id="bad"')}
      <div style="height: 3000px"></div>
      <tablit-app src="never.py"></tablit-app></main>`;
    await page.goto(await embedding.page(body, 'here', '<meta name="color-scheme" content="light dark">'));
    await expect(page.getByRole('alert')).toContainText('404');
    await expect(page.locator('[src="held.py"]').getByRole('status')).toHaveText('Loading the app…');
    await expect(app_in(page, '#bad').getByRole('dialog')).toBeVisible(long);
    await is_for_everybody(page, 'states');
    if (pictures) await page.screenshot({ path: `${pictures}/embedding-states-${theme}-${width}.png` });
    await page.keyboard.press('Tab');
    let_go();
    await expect(page.getByRole('alert')).toHaveCount(2);
  });
}
