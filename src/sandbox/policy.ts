/**
 * Both Content-Security-Policies, built in this one place.
 *
 * The page's policy is the outer wall: the frame is a `srcdoc` document, so it inherits the page's policy and its own
 * `<meta>` can only narrow it. That is why the page must list what the frame needs (`blob:` scripts and workers,
 * `'wasm-unsafe-eval'`, the hash of the frame's bootstrap).
 */

/** What differs between builds. A hash is the base64 of a SHA-256, as `sha256-…` wants it. */
export interface PagePolicy {
  /** Of the text that `bootstrap.ts` becomes. */
  readonly bootstrap_sha256: string;
  /** Of the inline module script of a one-file build, which has no `'self'` to load from. */
  readonly inline_sha256?: readonly string[];
  /** Where the shell's broker and loader may connect to. Grants are checked by the broker, per app. */
  readonly connect?: readonly string[];
  /**
   * Where pictures, media, fonts and style sheets may come from besides the page itself, such as `https:`. None unless
   * given: the address of a picture can carry what an app knows to any host, and no broker sees it.
   */
  readonly media?: readonly string[];
}

export interface FramePolicy {
  readonly bootstrap_sha256: string;
}

type Directives = Readonly<Record<string, readonly string[]>>;

const none = ["'none'"];

/**
 * The hosts that the shell itself may reach: its own, and any over TLS or on the reader's computer, each request of an
 * app judged by the broker.
 */
const default_connect: readonly string[] = [
  "'self'",
  'https:',
  'http://localhost:*',
  'http://127.0.0.1:*',
  'blob:',
  'data:',
];

/** The policy of the shell's page, for a `<meta http-equiv>` or the header of the same name. */
export function page_policy(options: PagePolicy): string {
  const { bootstrap_sha256, inline_sha256 = [], connect = default_connect, media = [] } = options;
  return print({
    'default-src': none,
    'script-src': [
      "'self'",
      'blob:',
      "'wasm-unsafe-eval'",
      ...[bootstrap_sha256, ...inline_sha256].map(hash),
    ],
    'worker-src': ["'self'", 'blob:'],
    'frame-src': ["'self'", 'blob:'],
    'connect-src': connect,
    'img-src': ["'self'", 'data:', 'blob:', ...media],
    'media-src': ["'self'", 'data:', 'blob:', ...media],
    'font-src': ["'self'", 'data:', ...media],
    'style-src': ["'self'", "'unsafe-inline'", ...media],
    'manifest-src': ["'self'"],
    'object-src': none,
    'base-uri': none,
    'form-action': none,
  });
}

/** The policy in the frame: a script that was brought in has no host at all, only the ports it was given. */
export function frame_policy({ bootstrap_sha256 }: FramePolicy): string {
  return print({
    'default-src': none,
    'script-src': ['blob:', "'wasm-unsafe-eval'", hash(bootstrap_sha256)],
    'worker-src': ['blob:'],
    'connect-src': none,
    'object-src': none,
    'base-uri': none,
    'form-action': none,
  });
}

function hash(sha256: string): string {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(sha256)) throw new TypeError(`Not the base64 of a SHA-256: ${sha256}`);
  return `'sha256-${sha256}'`;
}

function print(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
