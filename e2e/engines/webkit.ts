/** WebKitGTK, the engine of Safari as Debian packages it: MiniBrowser on a screen in memory, through WebDriver. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { FoundBrowser } from '../../tools/browsers.ts';
import { free_port } from '../../tools/free_port.ts';
import { type Driver, type Key, patience } from './driver.ts';
import { WebDriverClient } from './webdriver.ts';

/** Keys that have no letter, by the code points of the WebDriver standard. */
const key_codes: Readonly<Record<Key, string>> = {
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  Home: '\uE011',
  End: '\uE010',
  Backspace: '\uE003',
  Delete: '\uE017',
};

export async function open_webkit({ executable, parts }: FoundBrowser): Promise<Driver> {
  const { browser: binary, screen: xvfb = 'Xvfb' } = parts;
  const screen = await start_screen(xvfb);
  const port = await free_port();
  const env = { ...process.env, DISPLAY: screen.display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const driver = spawn(executable, [`--port=${port}`], { env, stdio: 'ignore' });
  const stop = () => [driver, screen.process].map((child) => child.kill());
  try {
    const client = await WebDriverClient.connect(`http://127.0.0.1:${port}`, {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    });
    return {
      name: 'webkit',
      open: (url) => client.open(url),
      evaluate: (use, ...args) => client.evaluate(use, args),
      wait_for: async (selector) => {
        await client.find(selector, patience);
      },
      click: async (selector) => client.click(await client.find(selector, patience)),
      type: async (selector, text) => client.send_keys(await client.find(selector, patience), text),
      press: async (selector, key) => client.send_keys(await client.find(selector, patience), key_codes[key]),
      screenshot: () => client.screenshot(),
      close: async () => {
        await client.quit().finally(stop);
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** A screen in memory on the first number that is free, which the server says on a pipe of its own. */
async function start_screen(
  xvfb: string,
): Promise<{ readonly process: ChildProcess; readonly display: string }> {
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const pipe = child.stdio[3] as Readable;
  const [number] = (await Promise.race([
    once(pipe, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('Xvfb did not start.'))),
  ])) as [Buffer];
  return { process: child, display: `:${number.toString().trim()}` };
}
