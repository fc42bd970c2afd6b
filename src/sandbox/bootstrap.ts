/**
 * The whole program of the sandbox frame. `tools/sandbox/bootstrap.ts` makes it one line and takes its SHA-256, the
 * only inline script that both policies allow. It starts the worker that its parent hands in and passes the ports on.
 * It takes no instructions from the worker: the frame could navigate, the worker cannot.
 */
import type { SandboxReport, SandboxStart } from '../wire/sandbox.ts';

/** An opaque origin has no name to address a message to; the parent checks the source instead. */
const report = (message: SandboxReport) => parent.postMessage(message, '*');
const failed = (reason: unknown) => report({ type: 'failed', message: String(reason) });

addEventListener('message', function start({ source, data }: MessageEvent<SandboxStart>) {
  if (source !== parent || data.type !== 'start') return;
  removeEventListener('message', start);
  try {
    const url = URL.createObjectURL(data.program);
    // Classic: a module worker from a blob URL does not start in an opaque origin in Chromium.
    const worker = new Worker(url);
    worker.onerror = (event) => failed(event.message || 'The worker did not start.');
    worker.onmessageerror = () => failed('The worker could not read its start message.');
    worker.postMessage(data, [data.calls, data.stream]);
  } catch (reason) {
    failed(reason);
  }
});
report({ type: 'ready' });
