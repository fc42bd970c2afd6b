/** The measurements. All times are taken inside the page; each sample starts from rest. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { chromium_flags, find_browser } from '../tools/browsers.ts';
import type { AppName, Target } from './targets.ts';

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: find_browser('chromium').executable, args: [...chromium_flags] });
}

/** Runs before the page's own scripts: notes when a text first stands in the DOM, and lets others wait for one. */
function watcher(): void {
  const page = globalThis as typeof globalThis & { bench: Record<string, unknown> };
  const seen = (text: string) => document.body?.textContent.includes(text) ?? false;
  const at_rest = () => document.querySelector('[data-test-script-state="notRunning"]') !== null;
  page.bench = {
    /** Milliseconds since navigation began, in the frame after `text` is in the DOM; `live`: and the script has run. */
    until: (text: string, live = false) =>
      new Promise<number>((resolve) => {
        const check = () => {
          if (!seen(text) || (live && !at_rest())) return false;
          requestAnimationFrame(() => resolve(performance.now()));
          return true;
        };
        if (check()) return;
        const observer = new MutationObserver(() => {
          if (check()) observer.disconnect();
        });
        observer.observe(document, {
          childList: true,
          subtree: true,
          characterData: true,
          attributes: true,
          attributeFilter: ['data-test-script-state'],
        });
      }),
  };
}

interface Bench {
  until(text: string, live?: boolean): Promise<number>;
}

/** What the page says when the app is there. */
const ready: Readonly<Record<AppName, string>> = {
  counter: 'count 0',
  slider: 'Your number is 1',
  markdown_1000: 'count 0',
  widgets_200: 'count 0',
  element_calls: 'one call takes',
};

export async function new_context(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(watcher);
  return context;
}

export interface Visit {
  /** Milliseconds from the start of the navigation to the frame after the app's text is there. */
  readonly painted: number;
  /** The same, until the script has run and the page takes what a reader does. */
  readonly live: number;
}

export async function visit(page: Page, target: Target, app: AppName): Promise<Visit> {
  await page.goto(target.url(app), { waitUntil: 'commit' });
  return page.evaluate(async (text) => {
    const { until } = (globalThis as unknown as { bench: Bench }).bench;
    const [painted, live] = await Promise.all([until(text), until(text, true)]);
    return { painted, live };
  }, ready[app]);
}

/** Bytes that came over the network for a first visit. */
export async function bytes_of_visit(context: BrowserContext, target: Target, app: AppName): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await visit(page, target, app);
  await page.close();
  return bytes;
}

interface Gesture {
  readonly app: AppName;
  /** Focused before the clock starts. */
  readonly role: 'button' | 'slider';
  readonly act: 'click' | 'key';
  readonly text: (count: number) => string;
}

export const gestures = {
  click: { app: 'counter', role: 'button', act: 'click', text: (count) => `count ${count}` },
  key: { app: 'slider', role: 'slider', act: 'key', text: (count) => `Your number is ${count + 1}` },
  'click with 1,000 elements': {
    app: 'markdown_1000',
    role: 'button',
    act: 'click',
    text: (count) => `count ${count}`,
  },
  'click with 200 widgets': {
    app: 'widgets_200',
    role: 'button',
    act: 'click',
    text: (count) => `count ${count}`,
  },
} as const satisfies Readonly<Record<string, Gesture>>;

/** Milliseconds from the event to the frame after its text is in the DOM, `count` times, each from rest. */
export async function interact(page: Page, gesture: Gesture, count: number): Promise<number[]> {
  const samples: number[] = [];
  const control =
    gesture.role === 'slider'
      ? page.getByRole('slider').first()
      : page.getByRole('button', { name: 'Count' });
  await control.focus();
  for (let round = 1; round <= count; round++) {
    const wanted = gesture.text(round);
    samples.push(await control.evaluate(perform, { act: gesture.act, wanted }));
    await page.waitForTimeout(150);
  }
  return samples;
}

/** In the page: the event is made here, so that the clock starts with it. */
async function perform(
  control: Element,
  { act, wanted }: { act: 'click' | 'key'; wanted: string },
): Promise<number> {
  const { until } = (globalThis as unknown as { bench: Bench }).bench;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const started = performance.now();
  if (act === 'click') (control as HTMLElement).click();
  else {
    const key = { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, bubbles: true, cancelable: true };
    control.dispatchEvent(new KeyboardEvent('keydown', key));
    control.dispatchEvent(new KeyboardEvent('keyup', key));
  }
  return (await until(wanted)) - started;
}

/** Microseconds of one call of `st.text`, run by run, as the script itself took them. */
export async function element_calls(page: Page, count: number): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < count; round++) {
    await page.getByRole('button', { name: 'Again' }).click();
    await page.waitForTimeout(500);
    const said = await page.getByText('one call takes').textContent();
    samples.push(Number(/[\d.]+/.exec(said ?? '')?.[0] ?? Number.NaN));
  }
  return samples;
}

/** MB of JavaScript objects of the page's own. */
export async function heap_of(page: Page): Promise<number> {
  const bytes = await page.evaluate(
    () =>
      (performance as Performance & { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ??
      Number.NaN,
  );
  return bytes / 2 ** 20;
}
