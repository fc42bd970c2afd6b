/** These tests start web servers and a browser: they run on their own, one after the other. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['e2e/hosting/**/*.test.ts'],
    fileParallelism: false,
    root: new URL('../..', import.meta.url).pathname,
  },
});
