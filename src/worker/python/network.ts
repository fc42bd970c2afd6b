/** The network as Python sees it (`tablit.http.transport`). Made by the worker, handed in with the host. */

/** An answer's beginning, a later part, or why there is none. `headers` is the JSON of a list of pairs. */
export type PythonResult =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly status_text: string;
      readonly url: string;
      readonly redirected: boolean;
      readonly headers: string;
      readonly body: Uint8Array<ArrayBuffer>;
      readonly more: boolean;
    }
  | { readonly kind: 'part'; readonly body: Uint8Array<ArrayBuffer>; readonly more: boolean }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly hint: string };

export interface PythonCall {
  /** What has come, or undefined when it has not within `ms` milliseconds. */
  wait(ms: number): Promise<PythonResult | undefined>;
  /** Asks for the part after the one that `wait` gave, which had `more`. */
  next(): void;
  /** Calls back once with what `wait` would give. */
  when_there(callback: (result: PythonResult) => void): void;
  cancel(): void;
}

export interface PythonNet {
  /** `headers` as in a result; no `body` is none; `timeout` in milliseconds, 0 for the page's own. */
  send(
    method: string,
    url: string,
    headers: string,
    body: Uint8Array | undefined,
    timeout: number,
  ): PythonCall;
  /** How many answers or parts are being waited for, whoever asked. */
  pending(): number;
}
