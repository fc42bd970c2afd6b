/** Chromium, through Playwright. */
import { chromium } from 'playwright';
import { chromium_flags, type FoundBrowser } from '../../tools/browsers.ts';
import { type Driver, patience } from './driver.ts';

export async function open_chromium({ executable }: FoundBrowser): Promise<Driver> {
  const browser = await chromium.launch({ executablePath: executable, args: [...chromium_flags] });
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  return {
    name: 'chromium',
    open: async (url) => {
      await page.goto(url);
    },
    evaluate: (use, ...args) => {
      const call = `(${use.toString()})(...${JSON.stringify(args)})`;
      return page.evaluate(call);
    },
    wait_for: (selector) => page.locator(selector).first().waitFor({ state: 'attached' }),
    click: (selector) => page.locator(selector).first().click(),
    type: (selector, text) => page.locator(selector).first().pressSequentially(text),
    press: (selector, key) => page.locator(selector).first().press(key),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}
