import { afterEach, expect, it, vi } from 'vitest';
import { host_line, meet_host, nonce_in } from './host.ts';

const nonce = '0123456789abcdef0123456789abcdef';
const open: MessagePort[] = [];

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

it.each([
  [`#tablit-host=${nonce}`, nonce],
  [`tablit-host=${nonce}`, nonce],
  [`#tablit-host=${nonce}0`, undefined],
  [`#tablit-host=${nonce.toUpperCase()}`, undefined],
  [`#app=x&tablit-host=${nonce}`, undefined],
  ['#tablit-host=', undefined],
  ['', undefined],
])('reads the nonce in %j', (hash, expected) => {
  expect(nonce_in(hash)).toBe(expected);
});

/** A window with a parent, and what each of them is told. */
function scope() {
  const parent = { postMessage: vi.fn() };
  const target = Object.assign(new EventTarget(), { parent: parent as unknown as Window });
  const post = (data: unknown, source: unknown = parent, ported = true) => {
    const { port1, port2 } = new MessageChannel();
    open.push(port1, port2);
    const event = new Event('message');
    Object.assign(event, { data, source, origin: 'https://news.example', ports: ported ? [port2] : [] });
    target.dispatchEvent(event);
    return port2;
  };
  return { target, parent, post };
}

const hello = { tablit: 'connect', version: 1, nonce };

it('takes the first port of its parent that comes with the nonce', async () => {
  const { target, parent, post } = scope();
  const met = meet_host(nonce, target);
  expect(parent.postMessage.mock.calls).toEqual([[{ tablit: 'ready', version: 1, nonce }, '*']]);
  post(hello, { postMessage: () => undefined });
  post(hello, null);
  post(hello, parent, false);
  post({ ...hello, nonce: 'f'.repeat(32) });
  post({ ...hello, version: 2 });
  post({ ...hello, more: 1 });
  post('connect');
  const right = post(hello);
  post(hello);
  expect(await met).toEqual({ port: right, origin: 'https://news.example' });
});

it('does not take itself for its parent: a page by itself has none', async () => {
  const { target, post } = scope();
  let is_met = false;
  void meet_host(nonce, Object.assign(target, { parent: null })).then(() => {
    is_met = true;
  });
  post(hello, null);
  await Promise.resolve();
  expect(is_met).toBe(false);
});

it('hears what is as agreed and drops the rest, with one line in the console', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const heard: unknown[] = [];
  host_line(port1).hear((message) => heard.push(message));
  const file = { path: 'app.py', data: 'text' };
  for (const message of [
    undefined,
    { type: 'theme', theme: 'purple' },
    { type: 'run' },
    {
      type: 'open',
      app: { kind: 'files', files: [file] },
      changes: [],
      theme: 'dark',
      source: false,
      sisters: false,
    },
    { type: 'open', app: { kind: 'own' }, changes: [], theme: 'dark', source: false, sisters: false },
    { type: 'constructor' },
  ]) {
    port2.postMessage(message);
  }
  port2.postMessage({ type: 'run', id: 1 });
  await vi.waitFor(() => expect(heard).toEqual([{ type: 'run', id: 1 }]));
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
});
