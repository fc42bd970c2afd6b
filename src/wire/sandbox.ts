/** What the shell says to the frame, and the frame to the shell. */

/** The one message that starts a sandbox: shell → frame → worker, with both ports transferred. */

export interface SandboxStart {
  readonly type: 'start';
  /** The worker's program. */
  readonly program: Blob;
  /** Comlink: `WorkerApi` one way, `ShellServices` the other. */
  readonly calls: MessagePort;
  /** The stream: `Down` one way, `Up` the other. */
  readonly stream: MessagePort;
  /** Added by the frame where the page is cross-origin isolated: 2 in it interrupts Python. */
  readonly interrupt?: Interrupt;
}

/** One byte that the frame and its worker share; neither shares it with the page, which is of another origin. */
export type Interrupt = Uint8Array<SharedArrayBuffer>;

/** Interrupts what runs, where that is possible; may be said at any time. */
export interface SandboxInterrupt {
  readonly type: 'interrupt';
}

/** What the frame says to its parent: ready to be started, or that no worker could be made. */
export type SandboxReport =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly message: string };
