/**
 * What it costs a reader that secrets are in a vault: from the click on *Unlock* to the open vault, with the rounds that
 * this machine chose. `node bench/vault.ts` prints it; `npm run bench` has it, too.
 */
import type { Browser, Page } from 'playwright';
import { serve_site } from '../e2e/fixtures/site_server.ts';
import { create_vault, menu, PASSPHRASE } from '../e2e/fixtures/vault.ts';
import { launch, new_context } from './measure.ts';
import { type Summary, summary } from './stats.ts';

export interface VaultResults {
  /** Milliseconds. */
  readonly unlock: Summary;
  /** Of PBKDF2, as stored with the vault. */
  readonly rounds: number;
}

/** What an unlock may take at the median, in milliseconds. */
export const vault_aim = 700;

export async function measure_vault(browser: Browser, unlocks = 9): Promise<VaultResults> {
  const site = await serve_site();
  const context = await new_context(browser);
  try {
    const page = await context.newPage();
    await page.goto(await site.add({ 'app.py': 'import streamlit as st\nst.text("up")' }));
    await page.getByTestId('stText').waitFor();
    await menu(page, 'Vault');
    const panel = page.getByTestId('stVaultPanel');
    await create_vault(panel);
    const lock = panel.getByRole('button', { name: 'Lock now' });
    const samples: number[] = [];
    for (let round = 0; round < unlocks; round++) {
      await lock.click();
      await panel.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
      samples.push(await timed_unlock(page));
    }
    return { unlock: summary(samples), rounds: await stored_rounds(page) };
  } finally {
    await context.close();
    await site.close();
  }
}

/** In the page, so that the way of the driver is not measured. */
function timed_unlock(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        // The page's windows stand in shadow trees.
        const place = document.querySelector('.stPanel')?.shadowRoot;
        if (!place) throw new Error('There is no window.');
        const buttons = () => [...place.querySelectorAll<HTMLButtonElement>('dialog button')];
        const start = performance.now();
        new MutationObserver((_changes, observer) => {
          if (!buttons().some(({ textContent }) => textContent === 'Lock now')) return;
          observer.disconnect();
          resolve(performance.now() - start);
        }).observe(place, { subtree: true, childList: true });
        buttons()
          .find(({ textContent }) => textContent === 'Unlock')
          ?.click();
      }),
  );
}

async function stored_rounds(page: Page): Promise<number> {
  const header = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('tablit-vault');
        request.onsuccess = () => {
          const found = request.result.transaction('vault').objectStore('vault').get('header');
          found.onsuccess = () => {
            request.result.close();
            resolve(new TextDecoder().decode(found.result));
          };
        };
      }),
  );
  return (JSON.parse(header) as { readonly passphrase: { readonly rounds: number } }).passphrase.rounds;
}

if (import.meta.main) {
  const browser = await launch();
  try {
    const { unlock, rounds } = await measure_vault(browser);
    console.log(
      `unlock: median ${unlock.median.toFixed(0)} ms, p95 ${unlock.p95.toFixed(0)} ms (aim ${vault_aim})`,
    );
    console.log(`rounds: ${rounds.toLocaleString('en')}`);
  } finally {
    await browser.close();
  }
}
