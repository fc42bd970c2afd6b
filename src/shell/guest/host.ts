/** The page that embeds this one: the handshake with it, and the port. */
import {
  EMBED_VERSION,
  embed_connect,
  type embed_ready,
  NONCE,
  NONCE_FIELD,
  type ToFrame,
  type ToHost,
  to_frame,
} from '../../wire/embed.ts';
import { type Infer, parse } from '../../wire/schema.ts';

/** What the fragment of this page's address says; undefined for a page that nobody wants to talk to. */
export function nonce_in(hash: string): string | undefined {
  const field = hash.replace(/^#/, '');
  const nonce = field.startsWith(NONCE_FIELD) ? field.slice(NONCE_FIELD.length) : '';
  return NONCE.test(nonce) ? nonce : undefined;
}

/** A window as far as it is needed here. */
interface Scope extends Pick<EventTarget, 'addEventListener'> {
  readonly parent: Pick<Window, 'postMessage'> | null;
}

export interface Met {
  readonly port: MessagePort;
  /** Of the parent, as the browser says it. */
  readonly origin: string;
}

/**
 * Says that this page listens, and resolves with the port that its parent hands over. What other windows post is not
 * heard, nor what comes without the nonce, nor anything after the first port. Stays pending when nobody answers.
 */
export function meet_host(nonce: string, scope: Scope = window as Scope): Promise<Met> {
  const done = new AbortController();
  const met = new Promise<Met>((resolve) => {
    const listen = (event: Event) => {
      const { source, origin, data, ports } = event as MessageEvent<unknown>;
      const [port] = ports;
      if (source === null || source !== scope.parent || !port || !is_hello(data, nonce)) return;
      done.abort();
      resolve({ port, origin });
    };
    scope.addEventListener('message', listen, { signal: done.signal });
  });
  const ready: Infer<typeof embed_ready> = { tablit: 'ready', version: EMBED_VERSION, nonce };
  // To whomever: it says no more than the parent put into the address.
  scope.parent?.postMessage(ready, '*');
  return met;
}

function is_hello(data: unknown, nonce: string): boolean {
  try {
    const hello = parse(embed_connect, data, 'message');
    return hello.version === EMBED_VERSION && hello.nonce === nonce;
  } catch {
    return false;
  }
}

export interface HostLine {
  tell(message: ToHost): void;
  /** Hears each message that is as agreed. What is not is dropped; the first is named in the console. */
  hear(heard: (message: ToFrame) => void): void;
}

export function host_line(port: MessagePort): HostLine {
  let refused = 0;
  const read = (data: unknown): ToFrame | undefined => {
    try {
      return parse(to_frame, data, 'message');
    } catch (error) {
      if (refused++ === 0) console.warn(`Tablit: a message of the page around was refused. ${String(error)}`);
      return undefined;
    }
  };
  return {
    tell: (message) => port.postMessage(message),
    hear(heard) {
      port.onmessage = ({ data }: MessageEvent<unknown>) => {
        const message = read(data);
        if (message) heard(message);
      };
    },
  };
}
