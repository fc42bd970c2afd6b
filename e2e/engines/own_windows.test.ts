/** The page's own windows in each engine: a vault is made, a secret saved and used, and no style of the app's is in the way. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SiteServer, serve_site } from '../fixtures/site_server.ts';
import { in_each_browser } from './each_browser.ts';

const PASSPHRASE = 'violet harbour cactus window';

const hidden = 'display: none !important; visibility: hidden !important; opacity: 0 !important;';

/** Brought by the app, of which only its own button is left. */
const styles = [
  `.stPanel, .stOwn, dialog, [popover], input, textarea, footer { ${hidden} }`,
  'html { zoom: 0.1 !important; filter: opacity(0) !important; clip-path: inset(50%) !important; content-visibility: hidden !important; font-size: 1px !important; color: transparent !important; }',
  'html { --st-text-color: transparent !important; --st-background-color: transparent !important; pointer-events: none !important; }',
  '@property --st-text-color { syntax: "*"; inherits: false; initial-value: transparent; }',
].join(' ');

const app = `
import streamlit as st
try: st.text("K is " + st.secrets["K"])
except FileNotFoundError: st.text("no secrets")
if st.button("Attack", key="attack"): st.html("<style>${styles.replaceAll('"', '\\"')}</style>")
`;

let site: SiteServer;
beforeAll(async () => {
  site = await serve_site();
});
afterAll(() => site.close());

interface Seen {
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly background: string;
  /** What is at its middle is inside of it. */
  readonly is_on_top: boolean;
}

/** How the window looks to whoever looks at it. Stands alone: only its text gets into the page. */
function see(): Seen | undefined {
  for (const { shadowRoot } of document.querySelectorAll('.stPanel')) {
    const dialog = shadowRoot?.querySelector('dialog');
    if (!shadowRoot || !dialog) continue;
    const { x, y, width, height } = dialog.getBoundingClientRect();
    const { color, backgroundColor: background } = getComputedStyle(dialog);
    const middle = shadowRoot.elementFromPoint(x + width / 2, y + height / 2);
    return { width, height, color, background, is_on_top: dialog.contains(middle) };
  }
  return undefined;
}

in_each_browser((browser) => {
  const { says } = browser;

  const secrets = (inner: string) => `.stPanel >>> [data-testid="stSecretsPanel"] ${inner}`;
  const open_secrets = async () => {
    await browser.driver.evaluate(() =>
      document.querySelector<HTMLElement>('[data-testid="stMainMenu"] button')?.click(),
    );
    await browser.driver.wait_for('[role="menuitem"]');
    await browser.driver.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')]
        .find((item) => item.textContent === 'Secrets')
        ?.click(),
    );
    await browser.driver.wait_for(secrets('h2'));
  };

  it('promise: The page’s own windows are out of reach for apps: in three engines a vault is made, a secret saved, and no style is in the way', async () => {
    await browser.driver.open(await site.add({ 'app.py': app }));
    await says('no secrets');
    await open_secrets();
    await browser.driver.type(secrets('input[autocomplete="new-password"]'), PASSPHRASE);
    await browser.driver.type(
      secrets('.stPanelField ~ .stPanelField input[autocomplete="new-password"]'),
      PASSPHRASE,
    );
    await browser.driver.click(secrets('[type="submit"]'));
    await browser.driver.wait_for(secrets('textarea'));
    await browser.driver.type(secrets('textarea'), 'K = "typed"');
    await browser.driver.click(secrets('[type="submit"]'));
    await says('K is typed');
    await browser.driver.press(secrets('h2'), 'Escape');

    await open_secrets();
    await browser.driver.wait_for(secrets('.stPanelList li'));
    const before = await browser.driver.evaluate(see);
    await browser.driver.press(secrets('h2'), 'Escape');
    await browser.driver.click('.st-key-attack button');
    await browser.driver.wait_for('.stHtml style');
    await open_secrets();
    await browser.driver.wait_for(secrets('.stPanelList li'));
    expect(await browser.driver.evaluate(see)).toEqual({ ...before, is_on_top: true });
  }, 180_000);
});
