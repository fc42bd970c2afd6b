/** `st.secrets` in the tab: entered in the panel, read by scripts as the source documents write them. */
import type { Page } from 'playwright/test';
import { link_of } from '../src/share/index.ts';
import { axe_findings, own_window } from './fixtures/axe.ts';
import type { SiteServer } from './fixtures/site_server.ts';
import { expect, finished, test } from './fixtures/test.ts';
import { create_vault, menu, PASSPHRASE, save_secrets, unlock } from './fixtures/vault.ts';

const seed_toml = `
# .streamlit/secrets.toml
OPENAI_API_KEY = "sk-..."
DATABASE_URL = "postgresql://..."

# Nested secrets
[database]
host = "localhost"
password = "secret"

# Connection-specific
[connections.mydb]
host = "localhost"
password = "secret"
`;

/** The lines of the source documents as they are, and what they came to. */
const seed_app = `
import streamlit as st

api_key = st.secrets["OPENAI_API_KEY"]

# Nested (both notations work)
db_host = st.secrets["database"]["host"]
db_host = st.secrets.database.host

# With default
value = st.secrets.get("OPTIONAL_KEY", "default")

import os

# Read from environment
url = os.environ.get("DATABASE_URL")

st.text(" ".join([api_key, db_host, value, url]))
`;

test('promise: The examples of the source documents run as they are: secrets', async ({ page, open }) => {
  await open(seed_app);
  await expect(page.getByTestId('stException')).toContainText(
    'No secrets found. Valid paths for a secrets.toml',
  );
  await expect(page.getByTestId('stException')).toContainText('/app/.streamlit/secrets.toml');
  await save_secrets(page, seed_toml);
  await expect(page.getByTestId('stText')).toHaveText('sk-... localhost default postgresql://...');
  await expect(page.getByTestId('stException')).toHaveCount(0);
});

test('a secret changed in the panel runs the app again, and the environment follows', async ({
  page,
  open,
}) => {
  await open(`
import os
import streamlit as st
st.session_state["runs"] = st.session_state.get("runs", 0) + 1
st.text(f'{st.session_state.runs}: {os.environ.get("K")} {os.environ.get("L")}')
`);
  await expect(page.getByTestId('stText')).toHaveText('1: None None');
  await save_secrets(page, 'K = "one"');
  await expect(page.getByTestId('stText')).toHaveText('2: one None');
  await save_secrets(page, 'L = 2');
  await expect(page.getByTestId('stText')).toHaveText('3: None 2');
});

test('a text that is no TOML is refused with line and column, and what was there stays', async ({
  page,
  open,
}) => {
  await open('import streamlit as st\nst.text(st.secrets["K"])');
  await save_secrets(page, 'K = "kept"');
  await menu(page, 'Secrets');
  const panel = page.getByTestId('stSecretsPanel');
  await panel.getByRole('button', { name: 'Show and edit' }).click();
  const area = panel.getByLabel('secrets.toml');
  await expect(area).toHaveValue('K = "kept"');
  await area.fill('K = "kept"\n\nTOKEN = sk-oops');
  await expect(panel.getByText('Line 3, column 9: Invalid value.')).toBeVisible();
  await expect(area).toHaveAttribute('aria-invalid', 'true');
  await panel.getByRole('button', { name: 'Save and run again' }).click();
  await panel.getByRole('button', { name: 'Go there' }).click();
  await expect(area).toBeFocused();
  expect(
    await area.evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd)),
  ).toBe('sk-oops');
  await panel.getByRole('button', { name: 'Close' }).click();
  await menu(page, 'Rerun');
  await expect(page.getByTestId('stText')).toHaveText('kept');
});

test('the panel lists names, and shows values only when it is asked to', async ({ page, open }) => {
  await open('import streamlit as st\nst.text("up")');
  await save_secrets(page, seed_toml);
  await menu(page, 'Secrets');
  const panel = page.getByTestId('stSecretsPanel');
  await expect(panel.getByRole('list', { name: 'Names of the secrets' }).getByRole('listitem')).toHaveText([
    /OPENAI_API_KEY/,
    /DATABASE_URL/,
    /database\.host/,
    /database\.password/,
    /connections\.mydb\.host/,
    /connections\.mydb\.password/,
  ]);
  expect(await panel.innerHTML()).not.toContain('postgresql');
  await panel.getByRole('button', { name: 'Show and edit' }).click();
  await expect(panel.getByLabel('secrets.toml')).toHaveValue(seed_toml);
  await panel.getByRole('button', { name: 'Hide' }).click();
  await expect(panel.getByLabel('secrets.toml')).toHaveCount(0);
});

test('a secrets.toml can be dropped or opened as a file', async ({ page, open }) => {
  await open('import streamlit as st\nst.text(st.secrets.get("K", "none"))');
  await menu(page, 'Secrets');
  const panel = page.getByTestId('stSecretsPanel');
  await create_vault(panel);
  const area = panel.getByLabel('secrets.toml');
  await area.waitFor();
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['K = "dropped"'], 'secrets.toml'));
    return data;
  });
  await area.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(area).toHaveValue('K = "dropped"');
  await panel
    .getByLabel('Open a file')
    .setInputFiles({ name: 'secrets.toml', mimeType: 'text/plain', buffer: Buffer.from([0xff, 0xfe, 0x00]) });
  await expect(panel.getByText('secrets.toml is no text in UTF-8.')).toBeVisible();
  await expect(area).toHaveValue('K = "dropped"');
  await panel
    .getByLabel('Open a file')
    .setInputFiles({ name: 'secrets.toml', mimeType: 'text/plain', buffer: Buffer.from('K = "opened"') });
  await expect(area).toHaveValue('K = "opened"');
  await panel.getByRole('button', { name: 'Save and run again' }).click();
  await expect(page.getByTestId('stText')).toHaveText('opened');
});

test('the next visit asks to unlock when the script wants its secrets, once, and goes on with them', async ({
  page,
  open,
}) => {
  await open('import streamlit as st\nst.text(st.secrets["K"])');
  await save_secrets(page, 'K = "v"');
  await expect(page.getByTestId('stText')).toHaveText('v');
  await page.reload();
  await finished(page);
  const dialog = page.getByTestId('stUnlockDialog');
  await expect(dialog).toContainText('app.py asks for its secrets');
  await expect(page.getByTestId('stException')).toContainText('the vault is locked');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await menu(page, 'Rerun');
  await finished(page);
  await expect(dialog).toHaveCount(0);
  await menu(page, 'Secrets');
  await unlock(page.getByTestId('stSecretsPanel'));
  await expect(page.getByTestId('stText')).toHaveText('v');
});

test('the window to unlock opens the app from where it stands', async ({ page, open }) => {
  await open('import streamlit as st\nst.text(st.secrets["K"])');
  await save_secrets(page, 'K = "v"');
  await page.reload();
  const dialog = page.getByTestId('stUnlockDialog');
  await unlock(dialog, 'not the passphrase');
  await expect(dialog.getByRole('alert')).toContainText('did not open');
  await unlock(dialog, PASSPHRASE);
  await expect(dialog).toHaveCount(0);
  await expect(page.getByTestId('stText')).toHaveText('v');
});

test('an own app that is switched to sealed gets placeholders, in the environment too', async ({
  page,
  open,
}) => {
  await open(`
import os
import streamlit as st
st.text(f'{st.secrets["K"]}|{os.environ["K"]}|{type(st.secrets["N"]).__name__}')
`);
  await save_secrets(page, 'K = "the-value"\nN = 5');
  await expect(page.getByTestId('stText')).toHaveText('the-value|the-value|int');
  await menu(page, 'Secrets');
  const panel = page.getByTestId('stSecretsPanel');
  await panel.getByLabel('Sealed').check();
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByTestId('stText')).toHaveText(/^TABLIT_SEALED_\w+\|TABLIT_SEALED_\w+\|str$/);
  expect(await page.getByTestId('stApp').innerHTML()).not.toContain('the-value');
});

test('nothing that an app kept of its secrets outlasts the switch to sealed', async ({ page, open }) => {
  await open(`
import streamlit as st
@st.cache_resource
def kept():
    return st.secrets["K"]
@st.cache_data(persist="disk")
def on_disk():
    return st.secrets["K"]
st.text(f"{kept()}|{on_disk()}|{st.session_state.setdefault('k', st.secrets['K'])}")
`);
  await save_secrets(page, 'K = "the-value"');
  await expect(page.getByTestId('stText')).toHaveText('the-value|the-value|the-value');
  await menu(page, 'Secrets');
  const panel = page.getByTestId('stSecretsPanel');
  await panel.getByLabel('Sealed').check();
  await panel.getByRole('button', { name: 'Close' }).click();
  const sealed = String.raw`TABLIT_SEALED_\w+`;
  await expect(page.getByTestId('stText')).toHaveText(new RegExp(`^${sealed}\\|${sealed}\\|${sealed}$`), {
    timeout: 20_000,
  });
});

test('promise: A key can be used by an app without being known by it: an app from a link gets placeholders', async ({
  page,
  site,
}) => {
  const source = `
import os
import streamlit as st
try:
    st.text(f'{st.secrets["K"]} {st.secrets.t.n} {st.secrets.t.on} {os.environ["K"]} {st.secrets.to_dict()}')
except Exception as error:
    st.text(type(error).__name__)
`;
  const bytes = new TextEncoder().encode(source);
  const project = { entrypoint: 'app.py', files: new Map([['app.py', new Uint8Array(bytes)]]) };
  await page.goto(await link_of(project, await site.add({ 'app.py': 'import streamlit as st' })));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByTestId('stText')).toHaveText('StreamlitSecretNotFoundError');
  await save_secrets(page, 'K = "the-real-value"\n[t]\nn = 424242\non = true');
  await expect(page.getByTestId('stText')).toContainText('TABLIT_SEALED_');
  const said = (await page.getByTestId('stText').textContent()) ?? '';
  expect(said).not.toMatch(/the-real-value|424242|True/);
  expect(said.split(' ').slice(0, 4)).toEqual(Array(4).fill(expect.stringMatching(/^TABLIT_SEALED_\w+$/)));
  await menu(page, 'Secrets');
  const panel = page.getByTestId('stSecretsPanel');
  await expect(panel).toContainText("This app is somebody else's: it never learns these values.");
  await expect(panel.getByRole('checkbox')).toHaveCount(0);
});

test("a folder's own secrets.toml is handed to its page with the token of the run, and followed", async ({
  page,
  site,
}) => {
  const source = 'import streamlit as st\nst.text(f\'{st.secrets.get("A")} {st.secrets.get("B")}\')';
  const folder = { files: ['A = "home"\nB = "home"', 'B = "folder"'] };
  const tokens: (string | undefined)[] = [];
  let saved = () => {};
  const was_saved = new Promise<void>((resolve) => {
    saved = resolve;
  });
  await page.route('**/live/**', async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path.endsWith('files.json'))
      await route.fulfill({ json: { entrypoint: 'app.py', files: ['app.py'] } });
    else if (path.endsWith('app.py')) await route.fulfill({ body: source });
    else if (path.endsWith('secrets')) {
      tokens.push(route.request().headers()['x-tablit-token']);
      await route.fulfill({ json: folder });
    } else {
      await was_saved;
      const body = 'retry: 600000\nevent: change\ndata: {"written":[],"removed":[],"secrets":true}\n\n';
      await route.fulfill({ contentType: 'text/event-stream', body });
    }
  });
  const secrets = { url: 'live/secrets', token: 'drawn-for-this-run' };
  const live = { kind: 'live', name: 'app.py', url: 'live/', folder: 'a1b2', secrets } as const;
  await page.goto(await site.add({ 'app.py': '' }, (built) => ({ ...built, app: live })));
  await expect(page.getByTestId('stText')).toHaveText('home folder');
  folder.files = ['A = "home"', 'B = "saved"'];
  saved();
  await expect(page.getByTestId('stText')).toHaveText('home saved');
  expect(new Set(tokens)).toEqual(new Set(['drawn-for-this-run']));
});

test('an app without secrets makes no database of a vault', async ({ page, open }) => {
  await open('import streamlit as st\nst.text("up")');
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(names).not.toContain('tablit-vault');
});

test('a secret saved in one tab runs the app again in another, and in no other app', async ({
  page,
  context,
  site,
}) => {
  const source = `
import streamlit as st
st.session_state.runs = st.session_state.get("runs", 0) + 1
try: key = st.secrets["K"]
except FileNotFoundError: key = "none"
st.text(f"{st.session_state.runs} {key}")
`;
  const address = await site.add({ 'app.py': source });
  await page.goto(address);
  await expect(page.getByTestId('stText')).toHaveText('1 none', { timeout: 20_000 });
  const other = await context.newPage();
  await other.goto(address);
  await expect(other.getByTestId('stText')).toHaveText('1 none', { timeout: 20_000 });
  const stranger = await context.newPage();
  await stranger.goto(await site.add({ 'app.py': `${source}\n` }));
  await expect(stranger.getByTestId('stText')).toHaveText('1 none', { timeout: 20_000 });

  await save_secrets(page, 'K = "first"');
  await expect(page.getByTestId('stText')).toHaveText('2 first');
  // The other tab's own vault is locked, so its script runs, wants its secrets, and the reader is asked.
  const asked = other.getByTestId('stUnlockDialog');
  await unlock(asked);
  await expect(other.getByTestId('stText')).toHaveText(/^\d first$/);
  await save_secrets(page, 'K = "second"');
  await expect(other.getByTestId('stText')).toHaveText(/^\d second$/);
  await save_secrets(other, 'K = "third"');
  await expect(page.getByTestId('stText')).toHaveText(/^\d third$/);
  await expect(stranger.getByTestId('stText')).toHaveText('1 none');
});

test.describe("a stranger's app that changed", () => {
  const script = (more: string) => `
import streamlit as st
try: key = st.secrets["K"]
except FileNotFoundError: key = "none"
st.title("Weather")
st.text(key[:6])
${more}
`;

  async function visit(page: Page, site: SiteServer, source: string): Promise<void> {
    const project = {
      entrypoint: 'app.py',
      files: new Map([['app.py', new Uint8Array(new TextEncoder().encode(source))]]),
    };
    await page.goto('about:blank');
    await page.goto(await link_of(project, await site.add({ 'app.py': 'import streamlit as st' })));
    const run = page.getByRole('button', { name: 'Run', exact: true });
    // One that was run before is not asked about again.
    await expect(run.or(page.getByTestId('stApp'))).toBeVisible();
    if (await run.isVisible()) await run.click();
    await finished(page);
  }

  const question = (page: Page) => page.getByTestId('stEarlierSecrets');

  test('starts without secrets, says so, and gets them when its reader says so', async ({ page, site }) => {
    test.slow();
    await visit(page, site, script(''));
    await save_secrets(page, 'K = "mine"');
    await expect(page.getByTestId('stText')).toHaveText('TABLIT');

    await visit(page, site, script('st.text("new")'));
    await unlock(page.getByTestId('stUnlockDialog'));
    await expect(question(page)).toContainText('app.py changed');
    await expect(page.getByTestId('stText').first()).toHaveText('none');
    expect(await axe_findings(page, own_window)).toEqual([]);
    await expect(question(page).getByRole('button', { name: 'Use them' })).not.toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await question(page).getByRole('button', { name: 'Use them' }).click();
    await expect(page.getByTestId('stText').first()).toHaveText('TABLIT');
    await expect(page.getByTestId('stText').last()).toHaveText('new');

    // Another app is not asked about, and a refusal holds.
    await visit(
      page,
      site,
      'import streamlit as st\ntry: st.text(st.secrets["K"])\nexcept FileNotFoundError: st.text("none")',
    );
    await unlock(page.getByTestId('stUnlockDialog'));
    await expect(page.getByTestId('stText')).toHaveText('none');
    for (const turn of ['first', 'second']) {
      await visit(page, site, script('st.text("newer")'));
      await unlock(page.getByTestId('stUnlockDialog'));
      if (turn === 'first') {
        await expect(question(page).getByRole('button', { name: 'Start without' })).not.toHaveAttribute(
          'aria-disabled',
          'true',
        );
        await page.keyboard.press('Escape');
      }
      await expect(page.getByTestId('stText').first()).toHaveText('none');
      await expect(question(page)).toHaveCount(0);
    }
  });
});
