/** The same tests in each browser that is here, one browser for all of them. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { BrowserName } from '../../tools/browsers.ts';
import { type Driver, open_browser, present_browsers } from './driver.ts';
import { wait_for_text } from './in_page.ts';

export interface Browser {
  readonly name: BrowserName;
  /** There once the tests run. */
  readonly driver: Driver;
  /** Resolves with the milliseconds since the navigation began, once the page shows `text`. */
  readonly says: (text: string) => Promise<number>;
}

/** Milliseconds that a browser may take to start, and a page to say something. */
const PATIENCE = 60_000;
/** Milliseconds that one test may take. */
const LIMIT = 300_000;

export function in_each_browser(tests: (browser: Browser) => void): void {
  describe.each(present_browsers())(
    '%s',
    (name) => {
      let driver: Driver | undefined;
      beforeAll(async () => {
        driver = await open_browser(name);
      }, PATIENCE);
      afterAll(() => driver?.close());
      const browser: Browser = {
        name,
        get driver() {
          if (!driver) throw new Error('No browser is open yet: use it in a test.');
          return driver;
        },
        says: (text) => browser.driver.evaluate(wait_for_text, text, PATIENCE),
      };
      tests(browser);
    },
    LIMIT,
  );
}
