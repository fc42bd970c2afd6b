/** The windows of the vault, the secrets and deletion: by keyboard alone, for axe, narrow and wide, light and dark. */
import type { Locator, Page } from 'playwright/test';
import { axe_findings, own_window } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';
import { create_vault, menu, PASSPHRASE, save_secrets } from './fixtures/vault.ts';

const app = 'import streamlit as st\nst.text(st.secrets.get("K", "none"))\nst.button("Mine")';

/** Set to a folder to have pictures for the docs. */
const pictures = process.env['PICTURES'];

async function shown(page: Page, name: string, panel: Locator): Promise<void> {
  await expect(panel).toBeVisible();
  expect(await axe_findings(page, own_window), name).toEqual([]);
  const box = await panel.boundingBox();
  const width = page.viewportSize()?.width ?? 0;
  expect(box && box.x >= 0 && box.x + box.width <= width, `${name} fits ${width}`).toBe(true);
  expect(
    await panel.evaluate((node) => node.scrollWidth <= node.clientWidth + 1),
    `${name} scrolls sideways`,
  ).toBe(true);
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
}

async function open_all(panel: Locator): Promise<void> {
  for (const summary of await panel.locator('summary').all()) await summary.click();
}

for (const width of [1280, 390]) {
  for (const theme of ['light', 'dark'] as const) {
    test(`the panels are for everybody: ${width} px, ${theme}`, async ({ page, open }) => {
      test.slow();
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const end = `${theme}-${width}`;
      await open(app);

      await menu(page, 'Secrets');
      const secrets = page.getByTestId('stSecretsPanel');
      await shown(page, `secrets-first-${end}`, secrets);
      await create_vault(secrets);
      await secrets.getByLabel('secrets.toml').fill('OPENAI_API_KEY = "sk-…"\n[database]\nhost = oops');
      await expect(secrets.getByText('Line 3, column 8')).toBeVisible();
      await shown(page, `secrets-fault-${end}`, secrets);
      await secrets
        .getByLabel('secrets.toml')
        .fill('OPENAI_API_KEY = "sk-…"\n[database]\nhost = "localhost"');
      await secrets.getByRole('button', { name: 'Save and run again' }).click();
      await secrets.getByText('Saved.').waitFor();
      await shown(page, `secrets-names-${end}`, secrets);
      await secrets.getByRole('button', { name: 'Close' }).click();

      await menu(page, 'Vault');
      const vault = page.getByTestId('stVaultPanel');
      await shown(page, `vault-open-${end}`, vault);
      await open_all(vault);
      await shown(page, `vault-all-${end}`, vault);
      await vault.getByRole('button', { name: 'Lock now' }).click();
      await vault.getByLabel('Passphrase', { exact: true }).fill('wrong');
      await vault.getByRole('button', { name: 'Unlock' }).click();
      await vault.getByRole('alert').filter({ hasText: 'wrong' }).waitFor();
      await shown(page, `vault-locked-${end}`, vault);
      await vault.getByRole('button', { name: 'Close' }).click();

      await menu(page, 'Rerun');
      const asked = page.getByTestId('stUnlockDialog');
      await shown(page, `unlock-${end}`, asked);
      await asked.getByRole('button', { name: 'Close' }).click();

      await menu(page, 'Delete');
      const deletion = page.getByTestId('stDeletionPanel');
      await open_all(deletion);
      await shown(page, `delete-${end}`, deletion);
      await deletion.getByRole('button', { name: 'Delete this app' }).click();
      await deletion.getByRole('button', { name: 'Start over' }).waitFor();
      await shown(page, `deleted-${end}`, deletion);
    });
  }
}

/** Presses Tab until `target` has the focus. */
async function tab_to(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 40; step++) {
    if (await target.evaluate((node) => node.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not reach it.');
}

async function menu_by_keyboard(page: Page, entry: string): Promise<void> {
  await tab_to(page, page.getByRole('button', { name: 'Main menu' }));
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: entry, exact: true });
  for (let step = 0; step < 20; step++) {
    if (await item.evaluate((node) => node.matches(':focus'))) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

test('a vault is made, a secret entered, and the vault locked and unlocked by keyboard alone', async ({
  page,
  open,
}) => {
  await open(app);
  await menu_by_keyboard(page, 'Secrets');
  const secrets = page.getByTestId('stSecretsPanel');
  await tab_to(page, secrets.getByLabel('Passphrase', { exact: true }));
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  const area = secrets.getByLabel('secrets.toml');
  await area.waitFor();
  await expect(secrets.getByRole('heading', { name: 'Secrets' })).toBeFocused();
  await tab_to(page, area);
  await page.keyboard.type('K = "typed"');
  await tab_to(page, secrets.getByRole('button', { name: 'Save and run again' }));
  await page.keyboard.press('Enter');
  await secrets.getByText('Saved.').waitFor();
  for (const name of ['Show and edit', 'Hide']) {
    await tab_to(page, secrets.getByRole('button', { name }));
    await page.keyboard.press('Enter');
    await expect(secrets.getByRole('heading', { name: 'Secrets' })).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(secrets).toHaveCount(0);
  await expect(page.getByTestId('stText')).toHaveText('typed');

  await menu_by_keyboard(page, 'Vault');
  const vault = page.getByTestId('stVaultPanel');
  await tab_to(page, vault.getByRole('button', { name: 'Lock now' }));
  await page.keyboard.press('Enter');
  await expect(vault.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(vault.getByText('The vault is open.')).toBeVisible();
  await expect(vault.getByRole('heading', { name: 'Vault' })).toBeFocused();
  await tab_to(page, vault.locator('summary', { hasText: 'Save a backup' }));
  await page.keyboard.press('Enter');
  await expect(vault.getByLabel('Passphrase of the backup').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(vault).toHaveCount(0);
});

test('the focus comes back to where the panel was opened from', async ({ page, open }) => {
  await open(app);
  await menu_by_keyboard(page, 'Vault');
  await page.getByTestId('stVaultPanel').waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Main menu' })).toBeFocused();
});

test('a label in a panel is for the input in that panel, whatever the app has', async ({ page, open }) => {
  await open(`
import streamlit as st
for name in "abcdefgh": st.checkbox(name)
`);
  await save_secrets(page, 'K = "v"');
  await menu(page, 'Secrets');
  await page.getByTestId('stSecretsPanel').getByText('Sealed', { exact: true }).click();
  await expect(page.getByTestId('stSecretsPanel').getByRole('checkbox')).toBeChecked();
  expect(
    await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    }),
  ).toEqual([]);
});
