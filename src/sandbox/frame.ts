/** Starts the sandbox: an opaque frame with a policy of its own, and the worker inside it. */
import type { SandboxInterrupt, SandboxReport, SandboxStart } from '../wire/sandbox.ts';
import { SandboxError } from './errors.ts';
import { missing_needs } from './needs.ts';
import { frame_policy } from './policy.ts';

/** `bootstrap.ts` as the build made it: its text and the base64 of its SHA-256. */
export interface Bootstrap {
  readonly text: string;
  readonly sha256: string;
}

export interface SandboxOptions {
  /** The worker's program, a classic script. */
  readonly program: Blob;
  /** Where the hidden frame goes, such as `document.body`. */
  readonly parent: Node;
  readonly bootstrap: Bootstrap;
  /** How long the frame may take to say that it is ready, in milliseconds. */
  readonly patience?: number;
}

export interface Sandbox {
  /** Comlink: `WorkerApi` one way, `ShellServices` the other. */
  readonly calls: MessagePort;
  /** `Down` one way, `Up` the other. */
  readonly stream: MessagePort;
  /** Settles (never rejects) with the first error of the worker that nobody caught; stays pending if there is none. */
  readonly failed: Promise<SandboxError>;
  /** Interrupts Python where the page is cross-origin isolated; elsewhere nothing happens. */
  interrupt(): void;
  /** Ends the worker at once, whatever it is doing, and removes the frame. May be called again. */
  dispose(): void;
}

/**
 * Resolves when the worker has been handed its program and ports; it listens as soon as it has read them, and what is
 * posted before is kept by the ports. The caller owns the sandbox and disposes of it.
 *
 * Throws `SandboxError`: `browser_too_old`, or `frame_silent` after `patience`. A worker that does not start is told
 * by `failed`.
 */
export async function start_sandbox(options: SandboxOptions): Promise<Sandbox> {
  const { program, parent, bootstrap, patience = 15_000 } = options;
  const missing = missing_needs(globalThis);
  if (missing.length > 0) {
    throw new SandboxError('browser_too_old', `This browser has no ${missing.join(', no ')}.`, missing);
  }
  const frame = make_frame(bootstrap);
  const reports = listen_to(frame);
  const dispose = () => {
    reports.close();
    frame.remove();
  };

  parent.appendChild(frame);
  if (!(await in_time(reports.ready, patience))) {
    dispose();
    throw new SandboxError('frame_silent', 'The sandbox frame did not start.');
  }

  const calls = new MessageChannel();
  const stream = new MessageChannel();
  const start: SandboxStart = { type: 'start', program, calls: calls.port2, stream: stream.port2 };
  // The frame's origin is opaque and has no name: `*` reaches it alone, as the message goes to that very window.
  frame.contentWindow?.postMessage(start, '*', [calls.port2, stream.port2]);
  const interrupt = () =>
    frame.contentWindow?.postMessage({ type: 'interrupt' } satisfies SandboxInterrupt, '*');
  return { calls: calls.port1, stream: stream.port1, failed: reports.failed, interrupt, dispose };
}

/** What the frame reports. Only its own window is believed: any page may post messages to this one. */
function listen_to(frame: HTMLIFrameElement) {
  const controller = new AbortController();
  const report_of = <T extends SandboxReport['type']>(type: T) =>
    new Promise<Extract<SandboxReport, { type: T }>>((resolve) => {
      const listen = ({ source, data }: MessageEvent) => {
        if (source !== null && source === frame.contentWindow && data?.type === type) resolve(data);
      };
      addEventListener('message', listen, { signal: controller.signal });
    });
  return {
    ready: report_of('ready'),
    failed: report_of('failed').then(({ message }) => new SandboxError('worker_failed', message)),
    close: () => controller.abort(),
  };
}

/** True when `promise` settles within `ms` milliseconds. */
async function in_time(promise: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

function make_frame(bootstrap: Bootstrap): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  // The page's isolation reaches a frame of another origin only where it is handed on.
  if (globalThis.crossOriginIsolated) frame.allow = 'cross-origin-isolated';
  frame.title = 'Tablit sandbox';
  frame.hidden = true;
  frame.style.display = 'none';
  frame.srcdoc = frame_document(bootstrap);
  return frame;
}

/** The frame's document. The policy comes first, so that it governs everything after it. */
export function frame_document({ text, sha256 }: Bootstrap): string {
  const policy = frame_policy({ bootstrap_sha256: sha256 });
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${text}</script>`;
}
