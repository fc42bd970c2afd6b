/** Chromium, through Playwright. */
import { chromium } from 'playwright';
import type { FoundBrowser } from '../../tools/browsers.ts';
import { type Driver, patience } from './driver.ts';

/** No sandbox, as tests run as root in containers; nothing in the background that would disturb a measurement. */
export const chromium_flags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

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
