/** These tests start browsers: they run on their own, one after the other, and not with the units. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['e2e/engines/**/*.test.ts'],
    fileParallelism: false,
    root: new URL('../..', import.meta.url).pathname,
  },
});
