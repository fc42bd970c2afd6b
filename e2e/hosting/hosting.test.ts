/** A built site runs from any host that serves plain files: `npx vitest run --config e2e/hosting/vitest.config.ts`. */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { files_in } from '../../src/cli/release.ts';
import { type Driver, open_browser } from '../engines/driver.ts';
import { wait_for_text } from '../engines/in_page.ts';
import { type BuiltApp, build_app, slider_app } from '../fixtures/built_app.ts';
import { host_kinds, type Served } from './hosts.ts';

let app: BuiltApp;

beforeAll(async () => {
  app = await build_app(slider_app());
}, 60_000);

afterAll(() => rm(dirname(app.folder), { recursive: true }));

describe.each(host_kinds)(
  '$name',
  ({ serve, offline, isolated = false, sends = {} }) => {
    let host: Served;
    let driver: Driver;
    beforeAll(async () => {
      host = await serve(app.folder);
      driver = await open_browser('chromium');
    }, 120_000);
    afterAll(async () => {
      await driver.close();
      await host.close();
    });

    const says = (text: string) => driver.evaluate(wait_for_text, text, 60_000);
    const follows_the_slider = async () => {
      await says('Your number is 1');
      // What a later visit shows at first is of the last one, and answers nothing.
      await driver.wait_for('[data-testid="stMainBlockContainer"][aria-busy="false"]');
      await driver.press('[role="slider"]', 'ArrowRight');
      await says('Your number is 2');
    };

    test('serves an app that runs', async () => {
      await driver.open(host.url);
      await follows_the_slider();
      expect(await driver.evaluate(() => crossOriginIsolated)).toBe(isolated);
    });

    test('sends what its configuration says', async () => {
      const paths = await files_in(app.folder);
      const ask = (path: string) => fetch(new URL(path, host.url), { method: 'HEAD' });
      for (const [start, [name, value]] of Object.entries(sends)) {
        const path = paths.find((path) => path.startsWith(start));
        const { status, headers } = await ask(path ?? '');
        expect([path, status, headers.get(name)]).toEqual([path, 200, value]);
      }
      for (const path of paths) expect((await ask(path)).status, path).toBe(200);
    });

    const kept = async () => {
      await says('Available offline');
      await host.close();
      await driver.open(`${host.url}?again`);
      await follows_the_slider();
    };
    const not_kept = async () => {
      await driver.click('[data-testid="stMainMenu"] button');
      await says('Not available offline');
      const count = async () => (await navigator.serviceWorker.getRegistrations()).length;
      expect(await driver.evaluate(count)).toBe(0);
    };
    if (offline) test('serves an app that then starts without it', kept);
    else test('serves an app whose menu says that it needs the network', not_kept);
  },
  240_000,
);
