/** The app's frame: a page of the site that `embed.js` comes from, and the one port to it. */
import {
  EMBED_VERSION,
  type EmbedTheme,
  type embed_connect,
  embed_ready,
  NONCE_FIELD,
} from '../wire/embed.ts';
import { type Infer, parse } from '../wire/schema.ts';
import { EmbedError } from './errors.ts';

export interface FrameOptions {
  /** The site's folder; ends with `/`. */
  readonly site: URL;
  readonly theme: EmbedTheme;
  readonly parent: Node;
  readonly signal: AbortSignal;
  /** Called when the page in the frame has gone and another has come, as when a reader loads the frame again. */
  readonly reloaded: () => void;
  readonly patience?: Omit<Patience, 'signal'>;
}

/** Milliseconds that the frame's page may take to answer: in all, and once it has been loaded. */
interface Patience {
  readonly whole: number;
  readonly after_load: number;
  readonly signal: AbortSignal;
}

const usual_patience = { whole: 60_000, after_load: 15_000 };

export interface Frame {
  readonly element: HTMLIFrameElement;
  readonly port: MessagePort;
}

/** The caller removes `element` when it is done, also after a failure. Throws an `EmbedError`. */
export async function open_frame(element: HTMLIFrameElement, options: FrameOptions): Promise<Frame> {
  const { site, theme, parent, signal, reloaded, patience = usual_patience } = options;
  const nonce = new_nonce();
  const answered = ready(element, nonce, site.origin, { ...patience, signal });
  const url = new URL('./?embed=true', site);
  // So that what is shown before the app is there has its colours.
  if (theme !== 'system') url.searchParams.set('theme', theme);
  url.hash = NONCE_FIELD + nonce;
  let loads = 0;
  element.addEventListener('load', () => ++loads > 1 && reloaded(), { signal });
  element.src = url.href;
  parent.appendChild(element);
  const version = await answered;
  if (version !== EMBED_VERSION) {
    throw new EmbedError(
      'other_version',
      `The app's site (${site.host}) is of another version than its embed.js. Reload this page.`,
    );
  }
  const { port1, port2 } = new MessageChannel();
  const hello: Infer<typeof embed_connect> = { tablit: 'connect', version: EMBED_VERSION, nonce };
  // To that site alone: should the frame show another page by now, it hears nothing.
  element.contentWindow?.postMessage(hello, site.origin, [port2]);
  return { element, port: port1 };
}

/** Resolves with the frame's version. Any window may post to this one: window, origin and nonce have to be the frame's. */
function ready(
  element: HTMLIFrameElement,
  nonce: string,
  origin: string,
  patience: Patience,
): Promise<number> {
  const done = new AbortController();
  const { signal } = done;
  const heard = new Promise<number>((resolve, reject) => {
    const fail = (reason: string) => reject(new EmbedError('frame_silent', reason));
    const silent = () =>
      fail(`The page at ${origin} did not answer. It may not be there, or keep out of other pages.`);
    const listen = (event: MessageEvent<unknown>) => {
      if (event.source === null || event.source !== element.contentWindow) return;
      if (event.origin !== origin) return;
      const message = known(event.data);
      if (message?.nonce === nonce) resolve(message.version);
    };
    addEventListener('message', listen, { signal });
    patience.signal.addEventListener('abort', silent, { once: true, signal });
    const timers = [setTimeout(silent, patience.whole)];
    // A page of the browser's own, that says why there is none, is loaded, too.
    const loaded = () => timers.push(setTimeout(silent, patience.after_load));
    element.addEventListener('load', loaded, { signal });
    const violated = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
      if (effectiveDirective === 'frame-src' && blockedURI.startsWith(origin))
        fail(
          `The policy of this page (Content-Security-Policy) keeps the app out: its frame-src must name ${origin}.`,
        );
    };
    document.addEventListener('securitypolicyviolation', violated, { signal });
    signal.addEventListener('abort', () => timers.forEach(clearTimeout), { once: true });
  });
  return heard.finally(() => done.abort());
}

function known(data: unknown): Infer<typeof embed_ready> | undefined {
  try {
    return parse(embed_ready, data, 'message');
  } catch {
    return undefined;
  }
}

function new_nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
