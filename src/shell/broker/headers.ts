/** The headers of a request: which ones a browser sends for an app, and which ones it keeps to itself. */
import type { NetHeader } from '../../wire/net.ts';
import { NetError } from './errors.ts';
import { limits } from './limits.ts';

export interface CleanHeaders {
  readonly headers: readonly NetHeader[];
  /** Names that were left out and that the app may miss; worth a line in the console. */
  readonly dropped: readonly string[];
}

/** Set by every HTTP library for a connection that does not exist here: left out without a word. */
const of_the_connection = new Set([
  'accept-charset',
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Kept by the browser to itself, as they say who asks and from where. */
const of_the_browser =
  /^(access-control-request-.*|cookie2?|date|dnt|origin|permissions-policy|proxy-.*|referer|sec-.*|set-cookie2?|via|x-http-method|x-http-method-override|x-method-override)$/;

/** What libraries call themselves when the app says nothing; browsers say their own name anyway. */
const library_agent =
  /^(python-(requests|urllib3|httpx)|python-urllib|aiohttp|openai\/python|anthropic\/python)\b/i;

/** With them an app could fetch a secret in two halves, of which neither is looked for. HTTP allows the whole answer. */
const of_parts = new Set(['range', 'if-range']);

/** The headers with which the answer comes whole, and the names of those that were left out. */
export function without_parts(headers: readonly NetHeader[]): CleanHeaders {
  const is_of_parts = ({ name }: NetHeader) => of_parts.has(name.toLowerCase());
  return {
    headers: headers.filter((header) => !is_of_parts(header)),
    dropped: headers.filter(is_of_parts).map(({ name }) => name),
  };
}

export function asks_for_parts(headers: readonly NetHeader[]): boolean {
  return headers.some(({ name }) => of_parts.has(name.toLowerCase()));
}

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** Visible ASCII and Latin-1, spaces and tabs: what a browser accepts. */
const text = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * The headers that can be sent. Two of one name become one with a comma, as HTTP has it.
 *
 * Throws a `NetError` `malformed` for a name or value that no header can have, and for too many.
 */
export function clean_headers(given: readonly NetHeader[]): CleanHeaders {
  if (given.length > limits.headers) throw new NetError('malformed', { what: 'it has too many headers' });
  const kept = new Map<string, NetHeader>();
  const dropped = new Set<string>();
  let length = 0;
  for (const { name, value: raw } of given) {
    const value = raw.trim();
    length += name.length + value.length;
    if (length > limits.header_text) throw new NetError('malformed', { what: 'its headers are too long' });
    // The name is not repeated in the message: an app could have put anything there.
    if (!token.test(name))
      throw new NetError('malformed', { what: 'one of its headers has an impossible name' });
    if (!text.test(value)) {
      throw new NetError('malformed', {
        what: `its header ${name} holds a line break or a letter that no header can hold`,
      });
    }
    const key = name.toLowerCase();
    if (of_the_connection.has(key)) continue;
    if (of_the_browser.test(key) || (key === 'user-agent' && !library_agent.test(value))) dropped.add(name);
    else if (key !== 'user-agent') {
      const before = kept.get(key);
      kept.set(key, before ? { name: before.name, value: `${before.value}, ${value}` } : { name, value });
    }
  }
  return { headers: [...kept.values()], dropped: [...dropped] };
}
