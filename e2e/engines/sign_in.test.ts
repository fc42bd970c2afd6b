/** Signing in, with a window and by leaving the page, signing out, and the vault between visits, in each engine. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLIENT_ID, type RunningLiar, start_liar } from '../fixtures/oidc.ts';
import { type SiteServer, serve_site } from '../fixtures/site_server.ts';
import { in_each_browser } from './each_browser.ts';

const PASSPHRASE = 'violet harbour cactus window';

const app = `
import streamlit as st
if not getattr(st.user, "is_logged_in", False):
    st.button("Log in", key="in", on_click=st.login)
    st.text("nobody, " + ("with auth" if st.secrets.load_if_toml_exists() else "without"))
    st.stop()
st.button("Log out", key="out", on_click=st.logout)
st.text("signed in as " + st.user.sub)
`;

let site: SiteServer;
let provider: RunningLiar;
beforeAll(async () => {
  [site, provider] = await Promise.all([serve_site(), start_liar()]);
});
afterAll(() => Promise.all([site.close(), provider.close()]));

/** Whether the page asks to go on at the provider, where no window opened by itself. Stands alone. */
function asks(): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      const panels = [...document.querySelectorAll('.stPanel')].map(({ shadowRoot }) => shadowRoot);
      if (panels.some((panel) => panel?.querySelector('[data-testid="stSignInPanel"] .stControl-primary')))
        resolve(true);
      else if (document.body.textContent.includes('signed in as')) resolve(false);
      else setTimeout(look, 50);
    };
    look();
  });
}

in_each_browser((browser) => {
  const { says } = browser;
  const secrets = (inner: string) => `.stPanel >>> [data-testid="stSecretsPanel"] ${inner}`;

  /** As `says`, of a page that leaves meanwhile, which ends what looks at it. */
  const back = async (text: string) => {
    for (let turn = 0; turn < 5; turn++) if (await says(text).then(Boolean, is_gone)) return;
    await says(text);
  };
  const is_gone = (error: unknown): false => {
    if (/No "/.test(String(error))) throw error;
    return false;
  };

  /** WebKitGTK opens no window by a click that its driver made: there the page asks, and goes itself. */
  const sign_in = async () => {
    const { driver } = browser;
    await driver.click('.st-key-in button');
    const go = '.stPanel >>> [data-testid="stSignInPanel"] .stControl-primary';
    if (await driver.evaluate(asks).catch(is_gone)) await driver.click(go);
    await back('signed in as');
  };

  it('signs in and out with a window, knows it again behind the vault’s door, and signs in by leaving the page', async () => {
    const { driver } = browser;
    // In one line: WebKitGTK's driver drops the ends of lines that it types.
    const metadata = `${provider.issuer}/.well-known/openid-configuration`;
    const auth = `auth = { client_id = "${CLIENT_ID}", server_metadata_url = "${metadata}" }`;
    const address = await site.add({ 'app.py': app });
    await driver.open(address);
    await says('nobody, without');
    await driver.evaluate(() =>
      document.querySelector<HTMLElement>('[data-testid="stMainMenu"] button')?.click(),
    );
    await driver.wait_for('[role="menuitem"]');
    await driver.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')]
        .find((item) => item.textContent === 'Secrets')
        ?.click(),
    );
    await driver.wait_for(secrets('h2'));
    await driver.type(secrets('input[autocomplete="new-password"]'), PASSPHRASE);
    await driver.type(
      secrets('.stPanelField ~ .stPanelField input[autocomplete="new-password"]'),
      PASSPHRASE,
    );
    await driver.click(secrets('[type="submit"]'));
    await driver.wait_for(secrets('textarea'));
    await driver.type(secrets('textarea'), auth);
    await driver.click(secrets('[type="submit"]'));
    await says('nobody, with auth');
    await driver.press(secrets('h2'), 'Escape');

    await sign_in();

    // The next visit: the vault is locked, and opens with the passphrase.
    await driver.open(address);
    const door = (inner: string) => `.stPanel >>> [data-testid="stUnlockDialog"] ${inner}`;
    await driver.wait_for(door('input'));
    await driver.type(door('input'), PASSPHRASE);
    await driver.click(door('[type="submit"]'));
    await says('signed in as');

    await driver.click('.st-key-out button');
    await says('nobody, with auth');

    // Where no window opens the page goes itself, and is back signed in.
    await driver.evaluate(() => {
      window.open = () => null;
    });
    await sign_in();
    expect(await driver.evaluate(() => sessionStorage.length)).toBe(0);
  });
});
