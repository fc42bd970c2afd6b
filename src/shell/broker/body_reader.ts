/** Reads an answer's body ahead of the app, within the limits, and hands it over in parts without any secret. */
import type { NetPart } from '../../wire/net.ts';
import { Bell } from './bell.ts';
import { type Bytes, concat, no_bytes } from './bytes.ts';
import { NetError } from './errors.ts';
import { limits } from './limits.ts';
import type { Redactor } from './redactor.ts';
import { tick } from './tick.ts';

export interface BodyOptions {
  readonly place: string;
  /** Milliseconds between two parts. */
  readonly timeout: number;
  readonly redactor: Redactor;
  /** Resolves when all is known that `redactor` has to look for; rejects with the `NetError` that ends the answer. */
  readonly ready: () => Promise<void>;
  /** Aborted by whoever gives the answer up, here or elsewhere, with the reason. */
  readonly controller: AbortController;
  /** Called once, when the body is at its end or given up. */
  readonly ended: (size: number, error: unknown) => void;
}

export class BodyReader {
  readonly #options: BodyOptions;
  #waiting: Bytes[] = [];
  #size = 0;
  #state: 'open' | 'whole' | 'failed' = 'open';
  #error: unknown;
  readonly #arrived = new Bell();
  readonly #taken = new Bell();
  #unread: ReturnType<typeof setTimeout> | undefined;

  constructor(body: ReadableStream<Uint8Array<ArrayBuffer>> | null, options: BodyOptions) {
    this.#options = options;
    const reader = body?.getReader();
    const stop = () => {
      this.#taken.ring();
      reader?.cancel().catch(() => undefined);
    };
    options.controller.signal.addEventListener('abort', stop, { once: true });
    void this.#run(reader);
  }

  /**
   * All that has come since the last call, at least something unless it was the last.
   *
   * Throws the `NetError` that ended it: `timeout`, `answer_too_large`, `cancelled`, `unreachable`.
   */
  async take(): Promise<NetPart> {
    clearTimeout(this.#unread);
    for (;;) {
      if (this.#waiting.length === 0 && this.#state === 'open') await this.#arrived.wait();
      // The end often comes right behind the last bytes: one answer instead of two.
      if (this.#state === 'open') await tick();
      if (this.#state === 'failed') throw this.#error;
      const more = this.#state === 'open';
      const bytes = concat(this.#waiting);
      this.#waiting = [];
      this.#taken.ring();
      await this.#ready();
      const shown = this.#options.redactor.push(bytes, !more);
      if (shown.length === 0 && more) continue;
      if (more) this.#unread = setTimeout(() => this.#give_up(new NetError('cancelled')), limits.unread);
      return { kind: 'part', body: own_buffer(shown), more };
    }
  }

  async #ready(): Promise<void> {
    try {
      await this.#options.ready();
    } catch (error) {
      if (error instanceof NetError) this.#give_up(error);
      throw error;
    }
  }

  async #run(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined): Promise<void> {
    const { controller, place, ended } = this.#options;
    const { signal } = controller;
    try {
      while (reader) {
        const { done, value } = await this.#in_time(reader.read());
        signal.throwIfAborted();
        if (done) break;
        this.#size += value.length;
        if (this.#size > limits.answer_body) throw new NetError('answer_too_large', { place });
        this.#waiting.push(value);
        this.#arrived.ring();
        await this.#for_room();
      }
      this.#state = 'whole';
      ended(this.#size, undefined);
    } catch (error) {
      this.#state = 'failed';
      this.#waiting = [];
      const reason: unknown = signal.aborted ? signal.reason : error;
      this.#error = reason instanceof NetError ? reason : new NetError('unreachable', { place });
      controller.abort(this.#error);
      ended(this.#size, this.#error);
    } finally {
      clearTimeout(this.#unread);
      this.#arrived.ring();
    }
  }

  /** An app that reads slowly slows its host down, not the page. */
  async #for_room(): Promise<void> {
    const { signal } = this.#options.controller;
    while (this.#waiting.reduce((sum, { length }) => sum + length, 0) > limits.ahead) {
      await this.#taken.wait();
      signal.throwIfAborted();
    }
  }

  async #in_time<T>(reading: Promise<T>): Promise<T> {
    const { timeout, place } = this.#options;
    const timer = setTimeout(() => this.#give_up(new NetError('timeout', { place })), timeout);
    try {
      return await reading;
    } finally {
      clearTimeout(timer);
    }
  }

  #give_up(error: NetError): void {
    this.#options.controller.abort(error);
  }
}

/** A buffer that can be transferred: holds these bytes and no others. */
function own_buffer(bytes: Bytes): ArrayBuffer {
  if (bytes.length === 0) return no_bytes.slice().buffer;
  return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
}
