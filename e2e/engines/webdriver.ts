/** As much of the WebDriver protocol as the tests need, over HTTP. */
import { setTimeout as wait } from 'node:timers/promises';

/** The key under which the protocol hides an element's name. */
const element_key = 'element-6066-11e4-a52e-4f735466cecf';

/** Milliseconds that a function in the page may take. */
const script_patience = 120_000;

export type ElementId = string;

export class WebDriverClient {
  readonly #base: string;

  private constructor(base: string) {
    this.#base = base;
  }

  /** Waits for the driver at `address` to listen, and starts a browser. */
  static async connect(address: string, capabilities: object): Promise<WebDriverClient> {
    await listening(address);
    const { sessionId } = (await send('POST', `${address}/session`, {
      capabilities: { alwaysMatch: capabilities },
    })) as { readonly sessionId: string };
    const client = new WebDriverClient(`${address}/session/${sessionId}`);
    await client.#post('timeouts', { script: script_patience, pageLoad: 60_000, implicit: 0 });
    return client;
  }

  async open(url: string): Promise<void> {
    await this.#post('url', { url });
  }

  /** See `Driver.evaluate`. An error in the page is thrown with its text. */
  async evaluate<A extends readonly unknown[], R>(use: (...args: A) => R | Promise<R>, args: A): Promise<R> {
    const script = `const done = arguments[1];
      Promise.resolve().then(() => (${use.toString()})(...arguments[0]))
        .then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;
    const answer = (await this.#post('execute/async', { script, args: [args] })) as {
      value: R;
      error?: string;
    };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }

  /** The first element that matches, once there is one; rejects after `ms` milliseconds. */
  async find(selector: string, ms: number): Promise<ElementId> {
    const end = Date.now() + ms;
    for (;;) {
      const found = await this.#all(selector);
      if (found[0]) return found[0][element_key];
      if (Date.now() > end) throw new Error(`Nothing matched ${selector} within ${ms} ms.`);
      await wait(50);
    }
  }

  async #all(selector: string): Promise<readonly { readonly [element_key]: ElementId }[]> {
    const [host = '', inner] = selector.split('>>>');
    const command = inner === undefined ? 'elements' : 'execute/sync';
    const script = `return [...document.querySelectorAll(arguments[0])]
      .flatMap((host) => [...(host.shadowRoot?.querySelectorAll(arguments[1]) ?? [])])`;
    const body =
      inner === undefined ? { using: 'css selector', value: host } : { script, args: [host, inner] };
    return (await this.#post(command, body)) as { readonly [element_key]: ElementId }[];
  }

  async click(element: ElementId): Promise<void> {
    await this.#post(`element/${element}/click`, {});
  }

  async send_keys(element: ElementId, text: string): Promise<void> {
    await this.#post(`element/${element}/value`, { text });
  }

  async screenshot(): Promise<Uint8Array> {
    return Buffer.from((await send('GET', `${this.#base}/screenshot`)) as string, 'base64');
  }

  async quit(): Promise<void> {
    await send('DELETE', this.#base);
  }

  #post(command: string, body: object): Promise<unknown> {
    return send('POST', `${this.#base}/${command}`, body);
  }
}

async function listening(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const up = await fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return;
    await wait(50);
  }
  throw new Error(`No WebDriver at ${address}.`);
}

async function send(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await response.json()) as { readonly value: unknown };
  if (response.ok) return value;
  const { message, error } = value as { readonly message?: string; readonly error?: string };
  throw new Error(message || error || `${method} ${url}: ${response.status}`);
}
