/** The port to an app's frame: what comes in is checked against the schema, what is asked gets its answer. */
import { type ToFrame, type ToHost, to_host } from '../wire/embed.ts';
import { parse } from '../wire/schema.ts';
import { EmbedError } from './errors.ts';

type Told = Exclude<ToHost, { readonly type: 'done' | 'refused' }>;
/** What is answered, before it has its number. */
export type Asked = ToFrame extends infer M ? (M extends { id: number } ? Omit<M, 'id'> : never) : never;

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: EmbedError) => void;
}

export class Line {
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, Waiter>();
  #last = 0;
  #refused = 0;
  #ended: EmbedError | undefined;

  constructor(port: MessagePort, heard: (message: Told) => void) {
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = this.#read(data);
      if (!message) return;
      if (message.type === 'done') this.#settle(message.id, undefined);
      else if (message.type === 'refused')
        this.#settle(message.id, new EmbedError('refused', message.message));
      else heard(message);
    };
  }

  post(message: ToFrame, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  /** Rejects with an `EmbedError`: `refused`, or why the line was closed before there was an answer. */
  ask(message: Asked): Promise<void> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.post({ ...message, id } as ToFrame);
    });
  }

  /** What waits, and what is asked from now on, rejects with `why`. */
  close(why: EmbedError): void {
    this.#ended = why;
    this.#port.close();
    for (const id of [...this.#waiting.keys()]) this.#settle(id, this.#ended);
  }

  #settle(id: number, error: EmbedError | undefined): void {
    const waiter = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiter?.reject(error);
    else waiter?.resolve();
  }

  /** A message that is not as agreed is dropped; the first is named in the console. */
  #read(data: unknown): ToHost | undefined {
    try {
      return parse(to_host, data, 'message');
    } catch (error) {
      if (this.#refused++ === 0)
        console.warn(`Tablit: a message of an app's frame was refused. ${String(error)}`);
      return undefined;
    }
  }
}
