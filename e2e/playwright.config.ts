/** Playwright over the built page in real Chromium. `npm run build` comes first. */
import { defineConfig } from 'playwright/test';
import { chromium_flags, find_browser } from '../tools/browsers.ts';

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
    launchOptions: { executablePath: find_browser('chromium').executable, args: [...chromium_flags] },
  },
});
