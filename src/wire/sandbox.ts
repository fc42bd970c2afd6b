/** The one message that starts a sandbox: shell → frame → worker, with both ports transferred. */

export interface SandboxStart {
  readonly type: 'start';
  /** The worker's program. */
  readonly program: Blob;
  /** Comlink: `WorkerApi` one way, `ShellServices` the other. */
  readonly calls: MessagePort;
  /** The stream: `Down` one way, `Up` the other. */
  readonly stream: MessagePort;
}

/** What the frame says to its parent: ready to be started, or that no worker could be made. */
export type SandboxReport =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly message: string };
