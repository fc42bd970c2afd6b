/** The address of a request: what scheme and host it has, and whether an app may use it at all. */
import { NetError } from './errors.ts';
import { limits } from './limits.ts';

export interface Address {
  /** Without a fragment. */
  readonly url: URL;
  readonly place: string;
}

/** Where a host is, seen from the reader: on the same computer, in a network of their own, or out in the world. */
export type Nearness = 'computer' | 'network' | 'world';

/** Not `[::1]`: a Content-Security-Policy has no way to name it. */
const loopback = new Set(['localhost', '127.0.0.1']);

/**
 * How a host is called in questions, grants and the log: the name, with its port where that is not the usual one, and
 * in front of it `http://` when the way to it is not encrypted. Names of other alphabets are in Punycode, so that no
 * two look alike.
 */
export function place_of({ protocol, host }: URL): string {
  return protocol === 'https:' ? host : `${protocol}//${host}`;
}

/**
 * Reads the address that an app wants. `own` is the address of the page, where no app may go, under this name or
 * another of the same computer.
 *
 * Throws a `NetError`: `malformed`, `scheme`, `user_info`, `own_origin`.
 */
export function read_address(text: string, own: URL): Address {
  if (text.length > limits.url) throw new NetError('malformed', { what: 'its address is too long' });
  const url = URL.parse(text);
  if (!url)
    throw new NetError('malformed', { what: 'its address is not a full one, such as https://example.com/' });
  url.hash = '';
  const place = place_of(url);
  const is_near = loopback.has(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && is_near)) {
    const others = url.protocol === 'http:' ? ' for hosts other than this computer' : '';
    throw new NetError('scheme', { what: `${url.protocol}//${others}` });
  }
  if (url.username !== '' || url.password !== '') throw new NetError('user_info', { place });
  if (is_own(url, own)) throw new NetError('own_origin', { place });
  return { url, place };
}

/** Two names of this computer with one port are one server. */
function is_own(url: URL, own: URL): boolean {
  if (url.host === own.host) return true;
  return is_this_computer(url.hostname) && is_this_computer(own.hostname) && port_of(url) === port_of(own);
}

function port_of({ port, protocol }: URL): string {
  return port === '' ? (protocol === 'https:' ? '443' : '80') : port;
}

function is_this_computer(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127\./.test(name);
}

/** Said in the question: a stranger's app that wants to talk to the reader's printer should look like one. */
export function nearness_of({ hostname }: URL): Nearness {
  if (is_this_computer(hostname) || hostname === '0.0.0.0') return 'computer';
  const is_private =
    /^(10|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
      hostname,
    ) ||
    /^\[f[cde]/.test(hostname) ||
    /\.(local|lan|home|internal|intranet|home\.arpa)$/.test(hostname) ||
    !/[.:]/.test(hostname);
  return is_private ? 'network' : 'world';
}
