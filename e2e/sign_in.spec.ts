/** Signing in to an app in the tab: a real provider on this computer, one that lies, and what is kept where. */
import { copyFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright/test';
import { link_of } from '../src/share/index.ts';
import { liar_access_token, lies } from '../src/shell/sign_in/testing/liar.ts';
import { axe_findings, own_window } from './fixtures/axe.ts';
import { build_app } from './fixtures/built_app.ts';
import { serve_folder, usual_types } from './fixtures/folder_server.ts';
import { start_host } from './fixtures/hosts.ts';
import {
  auth_toml,
  type RunningLiar,
  type RunningProvider,
  start_liar,
  start_provider,
} from './fixtures/oidc.ts';
import { test as base, expect, finished } from './fixtures/test.ts';
import { holds_text, menu, raw_databases, save_secrets, unlock } from './fixtures/vault.ts';

const test = base.extend<{ provider: RunningProvider; hostile: RunningLiar }>({
  provider: async ({ site }, use) => {
    const provider = await start_provider([
      `${site.origin}/oauth2callback.html`,
      `${site.origin}/oauth2callback`,
    ]);
    await use(provider);
    await provider.close();
  },
  hostile: async ({ page: _page }, use) => {
    const hostile = await start_liar();
    await use(hostile);
    await hostile.close();
  },
});

/** The login flow of the source documents, as it is. */
const seed_app = `
import streamlit as st

if not st.user.is_logged_in:
    st.button("Log in", on_click=st.login)
    st.stop()

st.button("Log out", on_click=st.logout)
st.write(f"Welcome, {st.user.name}!")
st.write(f"Email: {st.user.email}")
`;

const panel = (page: Page) => page.getByTestId('stSignInPanel');
const text = (page: Page) => page.getByTestId('stMarkdown');

/** At the provider: any name signs in, then the reader agrees. Its window closes itself. */
async function at_provider(popup: Page, name = 'ada'): Promise<void> {
  await popup.getByPlaceholder('Enter any login').fill(name);
  await popup.getByPlaceholder('and password').fill('x');
  await popup.getByRole('button', { name: 'Sign-in' }).click();
  const gone = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Continue' }).click();
  await gone;
}

async function log_in(page: Page, name?: string, button = 'Log in'): Promise<void> {
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  await at_provider(popup, name);
}

test('promise: The examples of the source documents run as they are: the login flow', async ({
  page,
  open,
  provider,
}) => {
  await open(seed_app);
  await expect(page.getByTestId('stException')).toContainText('st.user has no attribute "is_logged_in"');
  await save_secrets(page, auth_toml(provider.issuer));
  await log_in(page);
  await expect(text(page)).toHaveText(['Welcome, ada Reader!', 'Email: ada@company.com']);
  await expect(panel(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
});

test('promise: The examples of the source documents run as they are: several providers, the guard, content by address', async ({
  page,
  open,
  provider,
}) => {
  await open(`
import streamlit as st

if not getattr(st.user, "is_logged_in", False):
    st.button("Log in with Google", on_click=st.login, args=["google"])
    st.button("Log in with Microsoft", on_click=st.login, args=["microsoft"])
    st.stop()

if st.user.is_logged_in:
    if st.user.email.endswith("@company.com"):
        st.write("Internal dashboard content")
    else:
        st.warning("Access restricted to company users")
`);
  await expect(page.getByRole('button', { name: 'Log in with Google' })).toBeVisible();
  await save_secrets(
    page,
    `
[auth]
redirect_uri = "http://localhost:8501/oauth2callback"
cookie_secret = "xxx"

[auth.google]
client_id = "xxx"
client_secret = "xxx"
server_metadata_url = "https://accounts.google.com/.well-known/openid-configuration"

[auth.microsoft]
client_id = "tablit-test"
client_secret = "xxx"
server_metadata_url = "${provider.issuer}/.well-known/openid-configuration"
`,
  );
  await log_in(page, 'bob', 'Log in with Microsoft');
  await expect(text(page)).toHaveText('Internal dashboard content');
});

test('a new session begins with login and with logout, and widgets are as they were at first', async ({
  page,
  open,
  provider,
}) => {
  await open(`
import streamlit as st
st.session_state["runs"] = st.session_state.get("runs", 0) + 1
word = st.text_input("Word")
st.button("Log in", on_click=st.login)
st.button("Log out", on_click=st.logout)
st.text(f"{st.session_state.runs} {word!r} {st.user.to_dict().get('email')}")
`);
  await save_secrets(page, auth_toml(provider.issuer));
  const said = page.getByTestId('stText');
  await page.getByLabel('Word').fill('mine');
  await page.getByLabel('Word').press('Enter');
  await expect(said).toContainText("'mine' None");
  await log_in(page);
  await expect(said).toHaveText("1 '' ada@company.com");
  await expect(page.getByLabel('Word')).toHaveValue('');
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(said).toHaveText("1 '' None");
});

test('it is kept in the vault: the next visit knows it once that is open, and not after a logout', async ({
  page,
  open,
  provider,
}) => {
  await open(seed_app);
  await save_secrets(page, auth_toml(provider.issuer));
  await log_in(page);
  await expect(text(page).first()).toHaveText('Welcome, ada Reader!');
  const stored = await raw_databases(page);
  expect(holds_text(stored, 'ada@company.com')).toBe(false);
  await page.reload();
  await finished(page);
  await unlock(page.getByTestId('stUnlockDialog'));
  await expect(text(page).first()).toHaveText('Welcome, ada Reader!');
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
  await page.reload();
  await finished(page);
  await unlock(page.getByTestId('stUnlockDialog'));
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
});

test('promise: Sign-in needs no server: a client that has a secret is served by its ID token', async ({
  page,
  open,
  provider,
}) => {
  await open(seed_app);
  await save_secrets(page, auth_toml(provider.issuer, 'confidential'));
  await log_in(page);
  await expect(panel(page)).toContainText('wants a client secret');
  await expect(panel(page)).toContainText('response_type = "id_token"');
  await panel(page).getByRole('button', { name: 'Close' }).last().click();
  await save_secrets(
    page,
    `${auth_toml(provider.issuer, 'confidential')}client_kwargs = { response_type = "id_token" }`,
  );
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Log in' }).click(),
  ]);
  // Signed in there already; it asks to agree again.
  await popup.getByRole('button', { name: 'Continue' }).click();
  await expect(text(page).first()).toHaveText('Welcome, ada Reader!');
});

test('without a click the reader is asked first; where no window opens the page goes itself, and is back signed in', async ({
  page,
  open,
  provider,
}) => {
  // Every look of the test at the page is a click to the browser.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'userActivation', { value: { isActive: false } });
  });
  await open(`
import streamlit as st
if not getattr(st.user, "is_logged_in", False):
    if st.button("Later"):
        st.login()
    st.stop()
st.text(f"Welcome, {st.user.name}!")
`);
  await save_secrets(page, auth_toml(provider.issuer));
  await page.getByRole('button', { name: 'Later' }).click();
  const go = panel(page).getByRole('button', { name: `Continue at ${new URL(provider.issuer).host}` });
  await expect(go).toBeVisible();
  expect(await axe_findings(page, own_window)).toEqual([]);
  await page.evaluate(() => {
    window.open = () => null;
  });
  await go.click();
  await page.getByPlaceholder('Enter any login').fill('eve');
  await page.getByPlaceholder('and password').fill('x');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByTestId('stText')).toHaveText('Welcome, eve Reader!');
  expect(page.url()).toMatch(/app-\d+\.html$/);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('eve');
});

test('promise: A key can be used by an app without being known by it: the tokens of a sign-in', async ({
  page,
  open,
  hostile,
}) => {
  const api = await start_host();
  await open(`
import json, urllib.request
import streamlit as st
if not getattr(st.user, "is_logged_in", False):
    st.button("Log in", on_click=st.login)
    st.stop()
st.text(f"{st.user.tokens['access']} {list(st.user.tokens)} {'id' in st.user.tokens}")
if st.button("Ask"):
    headers = {"Authorization": f"Bearer {st.user.tokens.access}"}
    with urllib.request.urlopen(urllib.request.Request("${api.origin}/echo", headers=headers)) as answer:
        st.code(answer.read().decode())
`);
  await save_secrets(page, `${auth_toml(hostile.issuer)}expose_tokens = ["access"]`);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByTestId('stText')).toHaveText(/^TABLIT_SEALED_\w+ \['access'\] False$/);
  await page.getByRole('button', { name: 'Ask' }).click();
  const question = page.getByTestId('stPermissionsQuestion');
  await expect(question).toContainText('access token of the sign-in');
  const allow = question.getByRole('button', { name: 'Allow for this app' });
  await expect(allow).not.toHaveAttribute('aria-disabled', 'true');
  await allow.click();
  await expect(page.getByTestId('stCode')).toContainText('TABLIT_SEALED_');
  const asked = api.hits.find(({ method }) => method === 'GET');
  expect(asked?.headers.authorization).toBe(`Bearer ${liar_access_token}`);
  expect(await page.locator('body').innerHTML()).not.toContain(liar_access_token);
  // Once the vault is locked nothing more is sent in the reader's name.
  const sent = () => api.hits.filter(({ headers }) => headers.authorization !== undefined).length;
  const before = sent();
  await menu(page, 'Vault');
  await page.getByTestId('stVaultPanel').getByRole('button', { name: 'Lock now' }).click();
  await page.getByTestId('stVaultPanel').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Ask' }).click();
  const door = page.getByTestId('stUnlockDialog');
  await expect(door).toContainText('sends the token of your sign-in');
  await door.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByTestId('stException')).toBeVisible();
  expect(sent()).toBe(before);
  await api.close();
});

test('who is signed in is so as long as the secrets name the provider, and their tokens as long as these let them out', async ({
  page,
  open,
  hostile,
}) => {
  const api = await start_host();
  await open(`
import urllib.request
import streamlit as st
st.button("Log in", on_click=st.login)
st.session_state.setdefault("token", getattr(st.user, "tokens", {}).get("access"))
st.text(f"{dict(st.user)} {list(st.user.tokens)}")
if st.button("Ask"):
    headers = {"Authorization": f"Bearer {st.session_state.token}"}
    try:
        with urllib.request.urlopen(urllib.request.Request("${api.origin}/echo", headers=headers)) as answer:
            st.code(answer.status)
    except OSError as error:
        st.code(error.reason.code)
`);
  const said = page.getByTestId('stText');
  const sent = () => api.hits.filter(({ headers }) => headers.authorization !== undefined).length;
  const with_auth = `${auth_toml(hostile.issuer)}expose_tokens = ["access"]`;
  await save_secrets(page, with_auth);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(said).toContainText("'is_logged_in': True");
  await expect(said).toContainText("['access']");
  await page.getByRole('button', { name: 'Ask' }).click();
  const allow = page.getByRole('button', { name: 'Allow for this app' });
  await expect(allow).not.toHaveAttribute('aria-disabled', 'true');
  await allow.click();
  await expect(page.getByTestId('stCode')).toHaveText('200');
  const before = sent();
  const refused = async () => {
    await page.getByRole('button', { name: 'Ask' }).click();
    await expect(page.getByTestId('stCode')).toHaveText('secret_missing');
    expect(sent()).toBe(before);
  };

  await save_secrets(page, auth_toml(hostile.issuer));
  await expect(said).toContainText('[]');
  await expect(said).toContainText("'is_logged_in': True");
  await refused();
  await save_secrets(page, with_auth.replace(/client_id = ".*"/, 'client_id = "another"'));
  await expect(said).toHaveText("{'is_logged_in': False} []");
  await refused();
  await save_secrets(page, 'K = "v"');
  await expect(said).toHaveText('{} []');
  await refused();
  await api.close();
});

test('a logout in one tab is one in the others', async ({ page, open, provider, context }) => {
  await open(seed_app);
  await save_secrets(page, auth_toml(provider.issuer));
  await log_in(page);
  await expect(text(page).first()).toHaveText('Welcome, ada Reader!');
  const other = await context.newPage();
  await other.goto(page.url());
  await finished(other);
  await unlock(other.getByTestId('stUnlockDialog'));
  await expect(text(other).first()).toHaveText('Welcome, ada Reader!');
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Log in' })).toBeVisible();
});

test('in an isolated page, at the address that the secrets name', async ({ page }) => {
  const { folder } = await build_app(seed_app);
  // As hosts do that serve a page under its name without the ending.
  await copyFile(join(folder, 'oauth2callback.html'), join(folder, 'oauth2callback'));
  const host = await serve_folder(folder, {
    headers: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'credentialless',
    },
    types: { ...usual_types, '': 'text/html' },
  });
  const address = `${host.url}oauth2callback`;
  const provider = await start_provider([address]);
  try {
    await page.goto(host.url);
    await finished(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await save_secrets(
      page,
      auth_toml(provider.issuer).replace('http://localhost:8501/oauth2callback', address),
    );
    await log_in(page);
    await expect(text(page)).toHaveText(['Welcome, ada Reader!', 'Email: ada@company.com']);
  } finally {
    await Promise.all([host.close(), provider.close(), rm(dirname(folder), { recursive: true })]);
  }
});

test('an app that is somebody else’s uses what its reader entered, and the reader is asked first', async ({
  page,
  site,
  provider,
}) => {
  const bytes = new Uint8Array(new TextEncoder().encode(`${seed_app}\nst.text(st.secrets.auth.client_id)`));
  const project = { entrypoint: 'app.py', files: new Map([['app.py', bytes]]) };
  await page.goto(await link_of(project, await site.add({ 'app.py': '' })));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await finished(page);
  await save_secrets(page, auth_toml(provider.issuer));
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(panel(page)).toContainText('It is somebody else’s app.');
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    panel(page)
      .getByRole('button', { name: /^Continue at / })
      .click(),
  ]);
  await at_provider(popup);
  await expect(text(page).first()).toHaveText('Welcome, ada Reader!');
  await expect(page.getByTestId('stText')).toHaveText(/^TABLIT_SEALED_/);
});

test('the provider’s window has no handle on the page, and a message of another state is not heard', async ({
  page,
  open,
  provider,
}) => {
  await open(seed_app);
  await save_secrets(page, auth_toml(provider.issuer));
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Log in' }).click(),
  ]);
  await popup.getByPlaceholder('Enter any login').waitFor();
  expect(await popup.evaluate(() => window.opener)).toBeNull();
  await page.evaluate(() => {
    const channel = new BroadcastChannel('tablit-sign-in');
    for (const data of [null, 'x', {}, { state: 1 }, { state: 'x', answer: 'code=1&state=x' }])
      channel.postMessage(data);
  });
  await expect(panel(page)).toContainText('in the window that is open');
  await panel(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
});

test('the callback page hands nothing to another origin, and keeps the answer out of its address', async ({
  page,
  site,
}) => {
  await page.goto(`${site.origin}/oauth2callback.html`);
  await page.evaluate(() => {
    const left = { state: 's', page: 'https://evil.example/' };
    sessionStorage.setItem('tablit-sign-in', JSON.stringify(left));
  });
  await page.goto(`${site.origin}/oauth2callback.html?code=c&state=s`);
  await expect(page.getByText('You can close this window')).toBeVisible();
  expect(page.url()).toBe(`${site.origin}/oauth2callback.html`);
});

test.describe('promise: Sign-in needs no server: a provider that lies', () => {
  for (const [lie, said] of Object.entries(lies)) {
    test(lie, async ({ page, open, hostile }) => {
      hostile.liar.lie = lie as keyof typeof lies;
      await open(seed_app);
      await save_secrets(page, auth_toml(hostile.issuer));
      await page.getByRole('button', { name: 'Log in' }).click();
      await expect(panel(page).getByRole('alert')).toContainText(said);
      await panel(page).getByRole('button', { name: 'Close' }).last().click();
      await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
      await expect(text(page)).toHaveCount(0);
    });
  }
});
