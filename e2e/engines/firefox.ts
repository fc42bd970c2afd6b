/** Firefox as it is packaged, through WebDriver BiDi: Playwright would need a build of its own. */
import puppeteer from 'puppeteer-core';
import type { FoundBrowser } from '../../tools/browsers.ts';
import { type Driver, patience } from './driver.ts';

export async function open_firefox({ executable }: FoundBrowser): Promise<Driver> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: executable, headless: true });
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  return {
    name: 'firefox',
    open: async (url) => {
      await page.goto(url);
    },
    evaluate: async (use, ...args) => {
      const call = `(${use.toString()})(...${JSON.stringify(args)})`;
      return (await page.evaluate(call)) as Awaited<ReturnType<typeof use>>;
    },
    wait_for: async (selector) => {
      await page.waitForSelector(selector);
    },
    click: (selector) => page.locator(selector).click(),
    type: (selector, text) => page.type(selector, text),
    press: async (selector, key) => {
      await page.focus(selector);
      await page.keyboard.press(key);
    },
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}
