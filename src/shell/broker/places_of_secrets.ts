/** Where placeholders stand in a request. */
import type { NetHeader } from '../../wire/net.ts';
import { ascii_of, index_of } from './bytes.ts';
import { NetError } from './errors.ts';
import {
  type Placeholders,
  placeholder_length,
  placeholder_pattern,
  placeholder_prefix,
} from './placeholders.ts';
import type { Plan } from './policy.ts';

const basic = /^basic\s+([A-Za-z0-9+/=_-]+)$/i;

/** The user name and password of `Authorization: Basic …`, in which a placeholder would be hidden by the Base64. */
export function basic_credentials({ name, value }: NetHeader): string | undefined {
  const [, encoded] = /^(proxy-)?authorization$/i.test(name) ? (basic.exec(value) ?? []) : [];
  if (encoded === undefined) return undefined;
  try {
    return atob(encoded);
  } catch {
    return undefined;
  }
}

/**
 * The names of the secrets that `plan` holds placeholders of, each once, in their order.
 *
 * Throws a `NetError`: `secret_unknown` for one that is not of this visit, `secret_unfit` for one in a host's name.
 */
export function secrets_in(
  plan: Pick<Plan, 'url' | 'headers' | 'body'>,
  placeholders: Placeholders,
): string[] {
  const { url, headers, body } = plan;
  const found = [
    ...in_text(url.pathname + url.search),
    ...headers.flatMap((header) => in_text(basic_credentials(header) ?? header.value)),
    ...(body ? in_bytes(body) : []),
  ];
  // The name of a host is in lower case by now, and nothing is ever put in there.
  if (new RegExp(placeholder_pattern.source, 'i').test(url.host)) {
    throw new NetError('secret_unfit', { what: 'in the address' });
  }
  const names = found.map((placeholder) => {
    const name = placeholders.name_of(placeholder);
    if (name === undefined) throw new NetError('secret_unknown');
    return name;
  });
  return [...new Set(names)];
}

function in_text(text: string): string[] {
  return [...text.matchAll(placeholder_pattern)].map(([match]) => match);
}

function in_bytes(bytes: Uint8Array<ArrayBuffer>): string[] {
  return starts_in(bytes).map((at) => ascii_of(bytes, at, placeholder_length));
}

/** Where placeholders begin in `bytes`, in order. */
export function starts_in(bytes: Uint8Array<ArrayBuffer>): number[] {
  const starts: number[] = [];
  let at = index_of(bytes, placeholder_prefix, 0);
  while (at >= 0) {
    const is_whole = ascii_of(bytes, at, placeholder_length).match(placeholder_pattern) !== null;
    if (is_whole) starts.push(at);
    at = index_of(bytes, placeholder_prefix, at + (is_whole ? placeholder_length : 1));
  }
  return starts;
}
