/** The vault in a real browser: what opens it, what locks it, and what is stored. */
import type { CDPSession, Page } from 'playwright/test';
import { axe_findings, own_window } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';
import {
  change_vault,
  create_vault,
  holds_text,
  menu,
  PASSPHRASE,
  raw_databases,
  save_secrets,
  unlock,
} from './fixtures/vault.ts';

const app = 'import streamlit as st\nst.text(st.secrets.get("K", "none"))';

/** Closes the window that a script opens by asking for locked secrets. */
async function wave_away(page: Page): Promise<void> {
  await page.getByTestId('stUnlockDialog').getByRole('button', { name: 'Close' }).click();
}

async function vault_panel(page: Page) {
  await menu(page, 'Vault');
  return page.getByTestId('stVaultPanel');
}

test('a vault is made with a passphrase that is long enough, typed twice', async ({ page, open }) => {
  await open('import streamlit as st\nst.text("up")');
  const panel = await vault_panel(page);
  const create = panel.getByRole('button', { name: 'Create the vault' });
  await panel.getByLabel('Passphrase', { exact: true }).fill('short');
  await expect(panel.getByText('At least 8 characters')).toBeVisible();
  await panel.getByLabel('Once more').fill('short');
  await create.click();
  await panel.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await expect(panel.getByText('The two are not the same.')).toBeVisible();
  await create.click();
  await expect(create).toBeVisible();
  await panel.getByLabel('Once more').fill(PASSPHRASE);
  await create.click();
  await expect(panel.getByText('The vault is open.')).toBeVisible();
});

test('a wrong passphrase opens nothing and says so; the right one does', async ({ page, open }) => {
  await open('import streamlit as st\nst.text("up")');
  const panel = await vault_panel(page);
  await create_vault(panel);
  await panel.getByRole('button', { name: 'Lock now' }).click();
  await unlock(panel, 'violet harbour cactus widow');
  await expect(panel.getByRole('alert')).toContainText(
    'the passphrase is wrong, or the stored data was changed',
  );
  await unlock(panel);
  await expect(panel.getByText('The vault is open.')).toBeVisible();
});

test('the passphrase can be changed: the old one opens nothing any more', async ({ page, open }) => {
  await open('import streamlit as st\nst.text("up")');
  const panel = await vault_panel(page);
  await create_vault(panel);
  await panel.getByText('Change the passphrase').click();
  await panel.getByLabel('Passphrase now').fill('a wrong one');
  await panel.getByLabel('New passphrase').fill('another four words here');
  await panel.getByLabel('Once more').first().fill('another four words here');
  await panel.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(panel.getByRole('alert').filter({ hasText: 'passphrase is wrong' })).toBeVisible();
  await panel.getByLabel('Passphrase now').fill(PASSPHRASE);
  await panel.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(panel.getByText('The passphrase is changed.')).toBeVisible();
  await panel.getByRole('button', { name: 'Lock now' }).click();
  await unlock(panel);
  await expect(panel.getByRole('alert')).toContainText('passphrase is wrong');
  await unlock(panel, 'another four words here');
  await expect(panel.getByText('The vault is open.')).toBeVisible();
});

test('promise: Secrets at rest are useless without the key: what the browser stores', async ({
  page,
  open,
}) => {
  await open(app);
  await save_secrets(page, 'K = "plain-as-day"\n[database]\npassword = "hunter2-hunter2"');
  await expect(page.getByTestId('stText')).toHaveText('plain-as-day');
  const stored = await raw_databases(page);
  expect(Object.keys(stored['tablit-vault']?.['vault'] ?? {}).sort()).toEqual([
    'header',
    'ledger',
    expect.stringMatching(/^record\/[0-9a-f]{32}\/[0-9a-f]{32}$/),
  ]);
  for (const text of ['plain-as-day', 'hunter2', 'password', 'secrets.toml', PASSPHRASE, 'violet']) {
    expect(holds_text({ vault: stored['tablit-vault'] ?? {} }, text), text).toBe(false);
  }
  const storage = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(storage).not.toMatch(/plain-as-day|hunter2/);
  // And the raw look would have found them: it finds the header, which is readable.
  expect(holds_text({ vault: stored['tablit-vault'] ?? {} }, 'PBKDF2-HMAC-SHA-256')).toBe(true);
});

test('the key of the stored header costs at least 600,000 rounds, and no key can be taken out', async ({
  page,
  open,
}) => {
  await open(app);
  await save_secrets(page, 'K = "v"');
  const { 'tablit-vault': { vault = {} } = {} } = await raw_databases(page);
  const header = JSON.parse(Buffer.from(vault['header'] as number[]).toString('utf8'));
  expect(header.passphrase.rounds).toBeGreaterThanOrEqual(600_000);
});

test('promise: Secrets at rest are useless without the key: a record that was moved or rolled back does not open', async ({
  page,
  open,
  site,
}) => {
  await open(app);
  await save_secrets(page, 'K = "first"');
  const before = (await raw_databases(page))['tablit-vault']?.['vault'] ?? {};
  await save_secrets(page, 'K = "second"');
  await expect(page.getByTestId('stText')).toHaveText('second');
  const after = (await raw_databases(page))['tablit-vault']?.['vault'] ?? {};
  const old_record = Object.entries(before).find(([key]) => key.startsWith('record/'));
  const new_record = Object.entries(after).find(([key]) => key.startsWith('record/'));
  if (!old_record || !new_record) throw new Error('There is no record.');

  // The earlier value under the place of the later one: the ledger has another version for it.
  await change_vault(page, { [new_record[0]]: old_record[1] as number[] });
  await menu(page, 'Vault');
  await page.getByTestId('stVaultPanel').getByRole('button', { name: 'Lock now' }).click();
  await unlock(page.getByTestId('stVaultPanel'));
  await expect(page.getByTestId('stException')).toContainText('the stored data was changed');

  // Another app's record under this one's place.
  await change_vault(page, { [new_record[0]]: new_record[1] as number[] });
  await page.goto(await site.add({ 'app.py': app }));
  await wave_away(page);
  await menu(page, 'Secrets');
  await unlock(page.getByTestId('stSecretsPanel'));
  await page.getByLabel('secrets.toml').fill('K = "of the other app"');
  await page.getByRole('button', { name: 'Save and run again' }).click();
  await expect(page.getByTestId('stText')).toHaveText('of the other app');
  const both = (await raw_databases(page))['tablit-vault']?.['vault'] ?? {};
  const other = Object.keys(both).find((key) => key.startsWith('record/') && key !== new_record[0]);
  await change_vault(page, { [other ?? '']: new_record[1] as number[] });
  await page.getByTestId('stSecretsPanel').getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await unlock(page.getByTestId('stUnlockDialog'));
  await expect(page.getByTestId('stException')).toContainText('the stored data was changed');
});

test('a record that cannot be read is not said to be missing: script and panel say why, and it can be replaced', async ({
  page,
  open,
}) => {
  await open('import streamlit as st\nst.text(st.secrets["K"])');
  await save_secrets(page, 'K = "first"');
  await expect(page.getByTestId('stText')).toHaveText('first');
  const stored = (await raw_databases(page))['tablit-vault']?.['vault'] ?? {};
  const [record = ''] = Object.keys(stored).filter((key) => key.startsWith('record/'));
  await change_vault(page, { [record]: [1, 2, 3] });
  await page.reload();
  await unlock(page.getByTestId('stUnlockDialog'));
  const exception = page.getByTestId('stException');
  await expect(exception).toContainText("This app's secrets could not be read. The vault did not open this");
  await expect(exception).not.toContainText('No secrets found');
  await menu(page, 'Secrets');
  const panel = page.getByTestId('stSecretsPanel');
  await expect(panel.getByRole('alert').first()).toContainText('What is kept for this app cannot be read.');
  expect(await axe_findings(page, own_window)).toEqual([]);
  await panel.getByLabel('secrets.toml').fill('K = "again"');
  await panel.getByRole('button', { name: 'Save and run again' }).click();
  await expect(page.getByTestId('stText')).toHaveText('again');
  await expect(panel.getByRole('list', { name: 'Names of the secrets' })).toContainText('K');
});

test('a database that was put back under an open vault is noticed', async ({ page, open }) => {
  await open(app);
  await save_secrets(page, 'K = "first"');
  const before = (await raw_databases(page))['tablit-vault']?.['vault'] ?? {};
  await save_secrets(page, 'K = "second"');
  const after = (await raw_databases(page))['tablit-vault']?.['vault'] ?? {};
  await change_vault(page, before as Record<string, number[]>, Object.keys(after));
  await menu(page, 'Secrets');
  const panel = page.getByTestId('stSecretsPanel');
  await expect(panel.getByText('Reading…')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Show and edit' })).toHaveCount(0);
});

test('promise: Secrets in memory live no longer than needed: the vault locks after idleness, and the app has none then', async ({
  page,
  open,
}) => {
  await open(`${app}\nst.button("Again")`);
  await page.clock.install();
  await save_secrets(page, 'K = "v"');
  await expect(page.getByTestId('stText')).toHaveText('v');
  await page.clock.fastForward('09:00');
  await page.keyboard.press('Shift');
  await page.clock.fastForward('09:00');
  const panel = await vault_panel(page);
  await expect(panel.getByText('The vault is open.')).toBeVisible();
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.clock.fastForward('10:01');
  await page.getByRole('button', { name: 'Again' }).click();
  await expect(page.getByTestId('stException')).toContainText('the vault is locked');
  await unlock(page.getByTestId('stUnlockDialog'));
  await expect(page.getByTestId('stText')).toHaveText('v');
});

test('promise: Secrets in memory live no longer than needed: one click locks, and leaving the page does', async ({
  page,
  open,
}) => {
  await open('import streamlit as st\nst.text("up")');
  const panel = await vault_panel(page);
  await create_vault(panel);
  await expect(panel.getByText('The vault is open.')).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
  await expect(panel.getByText('The vault is locked.')).toBeVisible();
});

test('a backup opens in a browser that has no vault, with its own passphrase', async ({
  page,
  open,
  browser,
}) => {
  await open(app);
  await save_secrets(page, 'K = "kept in the backup"');
  const panel = await vault_panel(page);
  await panel.getByText('Save a backup').click();
  const fields = panel.locator('form').filter({ hasText: 'Save the file' });
  await fields.getByLabel('Passphrase of the backup').fill('the backup has another');
  await fields.getByLabel('Once more').fill('the backup has another');
  const download = page.waitForEvent('download');
  await fields.getByRole('button', { name: 'Save the file' }).click();
  const file = await (await download).path();
  expect((await download).suggestedFilename()).toMatch(/^tablit-vault-\d{4}-\d\d-\d\d\.json$/);

  const address = page.url();
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(address);
  await other.getByTestId('stException').or(other.getByTestId('stText')).first().waitFor();
  const there = await vault_panel(other);
  await there.getByText('Read a backup').click();
  const form = there.locator('form').filter({ hasText: 'Read the file' });
  await form.getByLabel('File').setInputFiles(file);
  await form.getByLabel('Passphrase of the backup').fill('a wrong passphrase');
  await form.getByRole('button', { name: 'Read the file' }).click();
  await expect(there.getByRole('alert').filter({ hasText: 'did not open' })).toBeVisible();
  await form.getByLabel('Passphrase of the backup').fill('the backup has another');
  await form.getByRole('button', { name: 'Read the file' }).click();
  await expect(there.getByText('The vault is open.')).toBeVisible();
  await expect(other.getByTestId('stText')).toHaveText('kept in the backup');
  await context.close();
});

test('forgetting everything takes a typed sentence, and leaves no database', async ({ page, open }) => {
  await open(app);
  await save_secrets(page, 'K = "v"');
  const panel = await vault_panel(page);
  await panel.getByText('Forget everything').first().click();
  const forget = panel.getByRole('button', { name: 'Forget everything' });
  await panel.getByLabel('Type “forget everything”').fill('forget');
  await forget.click();
  await expect(panel.getByText('Type exactly: forget everything')).toBeVisible();
  await panel.getByLabel('Type “forget everything”').fill('forget everything');
  await forget.click();
  await expect(panel.getByRole('button', { name: 'Create the vault' })).toBeVisible();
  const stored = await raw_databases(page);
  expect(stored['tablit-vault']?.['vault'] ?? {}).toEqual({});
});

async function virtual_authenticator(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}

test('a passkey opens the vault, and opens nothing after it was removed', async ({ page, site }) => {
  await virtual_authenticator(page);
  const address = await site.add({ 'app.py': 'import streamlit as st\nst.text("up")' });
  // Passkeys are for names, not for numbers: WebAuthn refuses an address of digits.
  await page.goto(address.replace('127.0.0.1', 'localhost'));
  await page.getByTestId('stText').waitFor();
  const panel = await vault_panel(page);
  await create_vault(panel);
  await panel.getByText('Passkeys', { exact: true }).click();
  const form = panel.locator('form').filter({ hasText: 'Add a passkey' });
  await form.getByLabel('Name').fill('Key ring');
  await form.getByLabel('Passphrase').fill(PASSPHRASE);
  await form.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(panel.getByRole('list', { name: 'Passkeys' })).toContainText('Key ring');
  await panel.getByRole('button', { name: 'Lock now' }).click();
  await panel.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(panel.getByText('The vault is open.')).toBeVisible();
  await panel.getByText('Passkeys', { exact: true }).click();
  await panel.getByRole('button', { name: 'Remove Key ring' }).click();
  await expect(panel.getByRole('list', { name: 'Passkeys' })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Lock now' }).click();
  await expect(panel.getByRole('button', { name: 'Use a passkey' })).toHaveCount(0);
});
