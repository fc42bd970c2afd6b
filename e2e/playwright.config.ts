/** Playwright over the built page in real Chromium. `npm run build` comes first. */
import { defineConfig } from 'playwright/test';
import { find_browser } from '../tools/browsers.ts';

/** A machine without a GPU, as root, without a network: what Chromium must not try there. */
const chromium_flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: process.env['CI'] ? [['list']] : [['dot']],
  forbidOnly: true,
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: find_browser('chromium').executable, args: chromium_flags },
  },
});
