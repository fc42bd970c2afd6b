/**
 * Strings that look like keys, by the shapes that issuers publish. A guess, for asking the author before an app is
 * shared: what it finds may be harmless, and what it does not find may be secret. Only scripts' and data's text is
 * looked at, never a name (`secret_file` does that).
 */
import type { Bytes } from './bytes.ts';
import type { Project } from './project.ts';

export interface Suspect {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  /** What it looks like, as in “an OpenAI or similar key”. */
  readonly what: string;
  /** Its first characters and an ellipsis: enough to find it, too little to use it. */
  readonly shown: string;
}

interface Pattern {
  readonly what: string;
  /**
   * Every repetition is bounded: a file of megabytes in one line must not take quadratic time.
   * Where there is a group, the secret is that part, else all of it.
   */
  readonly shape: RegExp;
}

const PATTERNS: readonly Pattern[] = [
  { what: 'a private key', shape: /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----/g },
  { what: 'an Anthropic key', shape: /(?<![\w-])sk-ant-[\w-]{20,200}/g },
  { what: 'an OpenAI or similar key', shape: /(?<![\w-])sk-(?!ant-)(?=[\w-]{0,100}\d)[\w-]{20,200}/g },
  { what: 'an AWS access key', shape: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/g },
  {
    what: 'an AWS secret key',
    shape: /\baws_?secret_?(?:access_?)?key["']?\s{0,9}[:=]\s{0,9}["']?([A-Za-z0-9/+]{40})\b/gi,
  },
  { what: 'a GitHub token', shape: /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\w{50,255})/g },
  { what: 'a GitLab token', shape: /\bglpat-[\w-]{20,100}/g },
  { what: 'a Slack token', shape: /\bxox[abeoprs]-[\w-]{10,200}/g },
  {
    what: 'a Slack webhook',
    shape: /hooks\.slack\.com\/services\/(T\w{5,20}\/B\w{5,20}\/\w{10,40})/g,
  },
  {
    what: 'a Discord webhook',
    shape: /discord(?:app)?\.com\/api\/webhooks\/(\d{10,25}\/[\w-]{40,100})/g,
  },
  { what: 'a Google key', shape: /\bAIza[\w-]{35}/g },
  { what: 'a Google client secret', shape: /\bGOCSPX-[\w-]{20,60}/g },
  { what: 'a Stripe key', shape: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,200}/g },
  { what: 'a Hugging Face token', shape: /\bhf_[A-Za-z0-9]{30,60}\b/g },
  { what: 'a Groq key', shape: /\bgsk_[A-Za-z0-9]{40,80}\b/g },
  { what: 'a Replicate token', shape: /\br8_[A-Za-z0-9]{35,45}\b/g },
  { what: 'a SendGrid key', shape: /\bSG\.[\w-]{20,24}\.[\w-]{40,50}/g },
  { what: 'an npm token', shape: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { what: 'a PyPI token', shape: /\bpypi-[\w-]{50,300}/g },
  { what: 'a Databricks token', shape: /\bdapi[0-9a-f]{32}\b/g },
  { what: 'a signed token (JWT)', shape: /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{16,1000}/g },
  {
    what: 'a password in an address',
    shape: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@'"<>{}$]{0,80}:([^\s/@'"<>{}$*]{3,200})@[\w.[-]/gi,
  },
  {
    what: 'a value named like a secret',
    shape:
      /(?:secret|passw(?:or)?d|passphrase|api_?key|access_?key|auth_?token|access_?token)\w{0,20}["']?\]?\s{0,9}[:=]\s{0,9}["'](?=[^"'\s]{0,200}\d)([^"'\s{}<>$]{12,200})["']/gi,
  },
];

/** Files above this are data, and searching them would hold up the page. In bytes. */
const LARGEST_SEARCHED = 8 * 1024 * 1024;

/** Enough for one question; a file with more is one large key store. */
const MOST_PER_FILE = 100;

/** In the order of paths and lines, each string once per place. Empty when nothing looks like a key. */
export function find_suspects(project: Project): readonly Suspect[] {
  const paths = [...project.files.keys()].sort();
  return paths.flatMap((path) => suspects_in(path, project.files.get(path) ?? new Uint8Array()));
}

function suspects_in(path: string, bytes: Bytes): Suspect[] {
  // A zero byte early on is how a binary file shows itself.
  if (bytes.length > LARGEST_SEARCHED || bytes.subarray(0, 8192).includes(0)) return [];
  const text = new TextDecoder().decode(bytes);
  const found: {
    readonly at: number;
    readonly end: number;
    readonly what: string;
    readonly secret: string;
  }[] = [];
  for (const { what, shape } of PATTERNS) {
    for (const match of text.matchAll(shape)) {
      if (found.length === MOST_PER_FILE) break;
      const secret = match[1] ?? match[0];
      const at = match.index + match[0].lastIndexOf(secret);
      const end = at + secret.length;
      // The first pattern that claims a place names it: the ones above say more than the ones below.
      if (!found.some((other) => at < other.end && other.at < end)) found.push({ at, end, what, secret });
    }
  }
  found.sort((a, b) => a.at - b.at);
  return found.map(({ at, what, secret }) => ({
    path,
    line: line_at(text, at),
    what,
    shown: excerpt(secret),
  }));
}

function line_at(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) line++;
  return line;
}

/** A key's first characters say whose it is; of a password they would give too much away. */
function excerpt(secret: string): string {
  if (secret.startsWith('-----')) return secret;
  return `${secret.slice(0, Math.min(7, Math.floor(secret.length / 4)))}…`;
}
