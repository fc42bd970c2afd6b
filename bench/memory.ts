/**
 * What a page costs in memory: a browser that shows it and nothing else, with no debugger at the page. One that is
 * attached makes the browser keep the bodies of all answers, which are 17 MB of ours.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium_flags, find_browser } from '../tools/browsers.ts';

/** Milliseconds until a page is at rest, and its garbage collected. */
const REST = 8_000;
/** Milliseconds until the processes of a page that was closed have ended. */
const END = 3_000;

/**
 * Proportional set size in MB of the processes that end with the page: its own and its frames'. Those of the browser's
 * own parts, which are there without any page (65 MB), are not counted. Linux only; NaN elsewhere.
 */
export async function page_memory(url: string): Promise<number> {
  const profile = await mkdtemp(join(tmpdir(), 'tablit-memory-'));
  const options = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const { executable } = find_browser('chromium');
  const browser = spawn(executable, [...chromium_flags, ...options, url], { stdio: 'ignore' });
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  try {
    const ask = await connect(await debugging_address(profile));
    await wait(REST);
    const sizes = new Map<number, number>();
    for (const pid of await renderers(ask)) sizes.set(pid, await proportional_size(pid));
    await close_page(ask, url);
    await wait(END);
    for (const pid of await renderers(ask)) sizes.delete(pid);
    return [...sizes.values()].reduce((total, size) => total + size, 0);
  } finally {
    browser.kill();
    await ended;
    await rm(profile, { recursive: true, force: true });
  }
}

/** Chromium writes its port and path into its profile as soon as it listens. */
async function debugging_address(profile: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const [port, path] = text.split('\n');
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    await wait(100);
  }
  throw new Error('Chromium did not say where it listens.');
}

/** Asks the browser itself, never the page. */
type Ask = <T>(method: string, params?: object) => Promise<T>;

async function connect(address: string): Promise<Ask> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (result: unknown) => void>();
  socket.onmessage = ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id: number; result: unknown };
    waiting.get(id)?.(result);
    waiting.delete(id);
  };
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`Chromium does not listen at ${address}.`));
  });
  let last = 0;
  return <T>(method: string, params: object = {}) =>
    new Promise<T>((resolve) => {
      const id = ++last;
      waiting.set(id, (result) => resolve(result as T));
      socket.send(JSON.stringify({ id, method, params }));
    });
}

async function renderers(ask: Ask): Promise<readonly number[]> {
  const { processInfo } = await ask<{
    readonly processInfo: readonly { readonly id: number; readonly type: string }[];
  }>('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Another page comes first: a browser without any ends, and all its processes with it. */
async function close_page(ask: Ask, url: string): Promise<void> {
  const { targetInfos } = await ask<{
    readonly targetInfos: readonly { readonly targetId: string; readonly url: string }[];
  }>('Target.getTargets');
  const page = targetInfos.find((target) => target.url.startsWith(url));
  if (!page) throw new Error(`No page shows ${url}.`);
  await ask('Target.createTarget', { url: 'about:blank' });
  await ask('Target.closeTarget', { targetId: page.targetId });
}

async function proportional_size(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(text) ?? [];
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) / 1024;
}
