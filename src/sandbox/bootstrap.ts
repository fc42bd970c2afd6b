/**
 * The whole program of the sandbox frame. `tools/sandbox/bootstrap.ts` makes it one line and takes its SHA-256, the
 * only inline script that both policies allow. It starts the worker that its parent hands in and passes the ports on.
 * It takes no instructions from the worker: the frame could navigate, the worker cannot.
 */
import type { Interrupt, SandboxInterrupt, SandboxReport, SandboxStart } from '../wire/sandbox.ts';

/** An opaque origin has no name to address a message to; the parent checks the source instead. */
const report = (message: SandboxReport) => parent.postMessage(message, '*');
const failed = (reason: unknown) => report({ type: 'failed', message: String(reason) });
let interrupt: Interrupt | undefined;

addEventListener('message', ({ source, data }: MessageEvent<SandboxStart | SandboxInterrupt>) => {
  if (source !== parent) return;
  if (data.type === 'interrupt') interrupt?.fill(2);
  else if (data.type === 'start') start(data);
});

function start(data: SandboxStart): void {
  try {
    if (crossOriginIsolated) interrupt = new Uint8Array(new SharedArrayBuffer(1));
    const url = URL.createObjectURL(data.program);
    // Classic: a module worker from a blob URL does not start in an opaque origin in Chromium.
    const worker = new Worker(url);
    worker.onerror = (event) => failed(event.message || 'The worker did not start.');
    worker.onmessageerror = () => failed('The worker could not read its start message.');
    worker.postMessage({ ...data, interrupt }, [data.calls, data.stream]);
  } catch (reason) {
    failed(reason);
  }
}
report({ type: 'ready' });
