/** Chromium, through Playwright. */
import { chromium } from 'playwright';
import { chromium_flags, type FoundBrowser } from '../../tools/browsers.ts';
import { type Driver, patience } from './driver.ts';

export async function open_chromium({ executable }: FoundBrowser): Promise<Driver> {
  const browser = await chromium.launch({ executablePath: executable, args: [...chromium_flags] });
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  // A step down in Playwright's CSS goes into shadow trees by itself.
  const first = (selector: string) => page.locator(selector.replaceAll('>>>', ' ')).first();
  return {
    name: 'chromium',
    open: async (url) => {
      await page.goto(url);
    },
    evaluate: (use, ...args) => {
      const call = `(${use.toString()})(...${JSON.stringify(args)})`;
      return page.evaluate(call);
    },
    wait_for: (selector) => first(selector).waitFor({ state: 'attached' }),
    click: (selector) => first(selector).click(),
    type: (selector, text) => first(selector).pressSequentially(text),
    press: (selector, key) => first(selector).press(key),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}
