/**
 * For hosts that call every file `application/octet-stream`: browsers refuse a module or a style sheet of that type, and
 * run a plain script. This one comes after the page's program, and when that did not run it fetches the program in one
 * piece and starts it from a Blob, whose type is its own.
 */
import { is_started } from './started.ts';

const { script = '', style = '' } = (document.currentScript as HTMLScriptElement | null)?.dataset ?? {};

async function get(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: the server answered ${response.status}.`);
  return response;
}

async function start(): Promise<void> {
  const [program, sheet] = await Promise.all([get(script), get(style)]);
  const element = document.createElement('style');
  element.textContent = await sheet.text();
  document.head.append(element);
  const url = URL.createObjectURL(new Blob([await program.arrayBuffer()], { type: 'text/javascript' }));
  await import(/* @vite-ignore */ url);
}

if (!is_started()) {
  start().catch((error: unknown) => {
    console.error(error);
    const is_ours = error instanceof Error && error.name === 'Error';
    const why = is_ours ? error.message : 'Look whether you are online, and load it again.';
    document.body.textContent = `This page could not be started. ${why}`;
  });
}
