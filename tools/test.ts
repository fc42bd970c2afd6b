/**
 * `npm test`: everything, on a machine that has nothing but Node and Python: the checks, the build, the page in
 * Chromium, and the smoke in three engines. Browsers that are missing are fetched (`tools/browsers.ts`).
 */
import { find_browser } from './browsers.ts';
import { checks } from './check.ts';
import { run_tasks, type Task } from './run.ts';

const browsers: readonly Task[] = [
  { name: 'The page and its engine can be built', command: ['node', 'tools/build.ts'] },
  { name: 'The first page stays under its size', command: ['node', 'tools/size.ts', '--check'] },
  {
    name: 'Apps run in Chromium',
    command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts'],
  },
  {
    name: 'A built site runs from any web host',
    command: ['vitest', 'run', '--config', 'e2e/hosting/vitest.config.ts'],
  },
  {
    name: 'Sandbox and engine start in three engines, from http and from a file',
    command: ['vitest', 'run', '--config', 'e2e/engines/vitest.config.ts'],
  },
];

for (const name of ['chromium', 'firefox', 'webkit'] as const) {
  console.log(`${name}: ${find_browser(name).executable}`);
}
process.exitCode = await run_tasks([...checks(), ...browsers]);
