/** One interface over three browsers, so that a test that runs in all of them is written once. */
import { BrowserMissing, type BrowserName, find_browser } from '../../tools/browsers.ts';
import { open_chromium } from './chromium.ts';
import { open_firefox } from './firefox.ts';
import { open_webkit } from './webkit.ts';

/** Selectors are CSS; `host >>> inner` looks inside of the shadow trees of what matches `host`. */
export interface Driver {
  readonly name: BrowserName;
  open(url: string): Promise<void>;
  /** Runs `use` in the page with copies of `args`; what it returns, or its promise's value, is copied back. */
  evaluate<A extends readonly unknown[], R>(use: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Resolves when something matches the CSS selector; rejects after 15 s. */
  wait_for(selector: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Types into what matches, key by key, after what is there. */
  type(selector: string, text: string): Promise<void>;
  /** Presses one key while what matches has the focus; named as in `KeyboardEvent.key`. */
  press(selector: string, key: Key): Promise<void>;
  /** A PNG of what is in view. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export type Key =
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'Enter'
  | 'Escape'
  | 'Tab'
  | 'Home'
  | 'End'
  | 'Backspace'
  | 'Delete';

/** How long a driver waits for an element or an answer, in milliseconds. */
export const patience = 15_000;

const names: readonly BrowserName[] = ['chromium', 'firefox', 'webkit'];

/** The browsers that are here or could be fetched; a line on the console for each that could not. */
export function present_browsers(): readonly BrowserName[] {
  return names.filter((name) => {
    try {
      return find_browser(name);
    } catch (error) {
      if (!(error instanceof BrowserMissing)) throw error;
      console.warn(error.message);
      return false;
    }
  });
}

const openers = { chromium: open_chromium, firefox: open_firefox, webkit: open_webkit } as const;

/** Starts a browser with a profile of its own. Throws `BrowserMissing`. The caller closes it. */
export function open_browser(name: BrowserName): Promise<Driver> {
  return openers[name](find_browser(name));
}
