import { afterEach, expect, it, vi } from 'vitest';
import { disposed } from './errors.ts';
import { Line } from './line.ts';

const channels: MessageChannel[] = [];

function open() {
  const channel = new MessageChannel();
  channels.push(channel);
  const heard: unknown[] = [];
  const line = new Line(channel.port1, (message) => heard.push(message));
  const asked: { id?: number; type: string }[] = [];
  channel.port2.onmessage = ({ data }) => asked.push(data);
  const say = (message: unknown) => channel.port2.postMessage(message);
  return { line, heard, asked, say };
}

afterEach(() => {
  for (const { port1, port2 } of channels.splice(0)) {
    port1.close();
    port2.close();
  }
});

it('settles each question with its own answer', async () => {
  const { line, asked, say } = open();
  const [run, stop] = [line.ask({ type: 'run' }), line.ask({ type: 'stop' })];
  await vi.waitFor(() => expect(asked.map(({ type }) => type)).toEqual(['run', 'stop']));
  say({ type: 'refused', id: asked[1]?.id, message: 'no' });
  say({ type: 'done', id: 77 });
  say({ type: 'done', id: asked[0]?.id });
  await expect(stop).rejects.toMatchObject({ code: 'refused', message: 'no' });
  await run;
});

it('hears what is as agreed and drops the rest, with one line in the console', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { heard, say } = open();
  const wrong = [
    null,
    { type: 'height', height: '5' },
    { type: 'height', height: Number.NaN },
    { type: 'eval' },
  ];
  for (const message of [...wrong, { type: 'height', height: 5, more: 1 }]) say(message);
  say({ type: 'height', height: 5 });
  await vi.waitFor(() => expect(heard).toEqual([{ type: 'height', height: 5 }]));
  expect(warn.mock.calls).toEqual([[expect.stringContaining('expected an object')]]);
  warn.mockRestore();
});

it('rejects what still waits when it is closed, and all that comes later', async () => {
  const { line } = open();
  const waiting = line.ask({ type: 'run' });
  line.close(disposed());
  await expect(waiting).rejects.toMatchObject({ code: 'disposed' });
  await expect(line.ask({ type: 'run' })).rejects.toMatchObject({ code: 'disposed' });
});
