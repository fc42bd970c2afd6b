/** An answer's head as the app sees it. */
import type { NetAnswer, NetHeader } from '../../wire/net.ts';
import type { Needles } from './needles.ts';
import type { Plan } from './policy.ts';
import { redact_text } from './redactor.ts';

/** They speak of the bytes on the way; the app gets them decoded. A `HEAD` has none and is asked for its length. */
const of_the_way = new Set(['content-encoding', 'content-length', 'transfer-encoding']);
const of_a_head = new Set(['content-encoding', 'transfer-encoding']);

export type Head = Omit<NetAnswer, 'body' | 'more'>;

/**
 * `url` is the address that the app asked for, with placeholders in it. Where a secret was put in, the request was not
 * sent on, so that it is the answer's address as well.
 */
export function head_of(
  response: Response,
  { url, method }: Pick<Plan, 'url' | 'method'>,
  needles: Needles | undefined,
): Head {
  const left_out = method === 'HEAD' ? of_a_head : of_the_way;
  const shown = (text: string) => (needles ? redact_text(needles, text) : text);
  const headers: NetHeader[] = [];
  for (const [name, value] of response.headers) {
    if (!left_out.has(name)) headers.push({ name, value: shown(value) });
  }
  const { status, statusText, redirected } = response;
  const final = redirected ? shown(without_fragment(response.url)) : url.href;
  return { kind: 'answer', status, status_text: shown(statusText), url: final, redirected, headers };
}

function without_fragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}
