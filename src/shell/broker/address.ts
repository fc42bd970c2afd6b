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

/**
 * Hosts that may be asked without encryption: as the page's own policy names them. Not `[::1]`, which a
 * Content-Security-Policy has no way to name, nor other names of this computer.
 */
const loopback = new Set(['localhost', '127.0.0.1']);

export function is_loopback({ hostname }: URL): boolean {
  return loopback.has(hostname);
}

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
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && is_loopback(url))) {
    const others = url.protocol === 'http:' ? ' for hosts other than localhost and 127.0.0.1' : '';
    throw new NetError('scheme', { what: `${url.protocol}//${others}` });
  }
  if (url.username !== '' || url.password !== '') throw new NetError('user_info', { place });
  if (is_own(url, own)) throw new NetError('own_origin', { place });
  return { url, place };
}

/** Two names of this computer with one port are one server, and so are the spellings of one name. */
function is_own(url: URL, own: URL): boolean {
  if (url.port !== own.port && port_of(url) !== port_of(own)) return false;
  const [name, own_name] = [plain_name(url), plain_name(own)];
  return name === own_name || (is_this_computer(name) && is_this_computer(own_name));
}

/** Without the dot that may end a full name; of an IPv6 address that holds an IPv4 one, the latter. */
function plain_name({ hostname }: URL): string {
  const mapped = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(hostname);
  if (!mapped) return hostname.replace(/\.+$/, '');
  const [high = 0, low = 0] = mapped.slice(1).map((part) => Number.parseInt(part, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function port_of({ port, protocol }: URL): string {
  return port === '' ? (protocol === 'https:' ? '443' : '80') : port;
}

function is_this_computer(name: string): boolean {
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  // Addresses that stand for any are taken for this one.
  return ['[::1]', '[::]', '0.0.0.0'].includes(name) || /^127\./.test(name);
}

/** Said in the question: a stranger's app that wants to talk to the reader's printer should look like one. */
export function nearness_of(url: URL): Nearness {
  const name = plain_name(url);
  if (is_this_computer(name)) return 'computer';
  const is_private =
    /^(10|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(name) ||
    /^\[f[cde]/.test(name) ||
    /\.(local|lan|home|internal|intranet|home\.arpa)$/.test(name) ||
    !/[.:]/.test(name);
  return is_private ? 'network' : 'world';
}
