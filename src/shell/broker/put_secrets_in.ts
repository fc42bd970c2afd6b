/** Changes placeholders for the secrets they stand for, each in the spelling of its place. */
import type { NetHeader } from '../../wire/net.ts';
import { ascii_of, type Bytes, concat, utf8 } from './bytes.ts';
import { NetError } from './errors.ts';
import { limits } from './limits.ts';
import { type Placeholders, placeholder_length, placeholder_pattern } from './placeholders.ts';
import { basic_credentials, starts_in } from './places_of_secrets.ts';
import type { Plan } from './policy.ts';

/** Secrets by name. */
export type Values = ReadonlyMap<string, string>;

export interface Filled {
  readonly url: string;
  readonly headers: readonly NetHeader[];
  readonly body: Bytes | undefined;
  /** What was put in for the Base64 of a user name and a password, and what stood there before. */
  readonly made: readonly { readonly text: string; readonly shown: string }[];
}

/** Spells a secret for a body of a kind of content. */
const spellings: readonly { readonly of: RegExp; readonly spell: (value: string) => string }[] = [
  { of: /\bjson\b/i, spell: (value) => JSON.stringify(value).slice(1, -1) },
  {
    of: /x-www-form-urlencoded/i,
    spell: (value) => new URLSearchParams({ '': value }).toString().slice(1),
  },
];

const plain_text = /^[\x20-\x7e]*$/;

/**
 * `plan` with its placeholders filled in. `values` holds every secret that `secrets_in` named.
 *
 * Throws a `NetError` `secret_unfit` for a secret that is too short, or that no header can hold.
 */
export function put_secrets_in(
  plan: Pick<Plan, 'url' | 'headers' | 'body'>,
  placeholders: Placeholders,
  values: Values,
): Filled {
  for (const [name, value] of values) {
    if (!is_fit(value)) throw new NetError('secret_unfit', { what: name });
  }
  const fill = (text: string, spell: (value: string, name: string) => string) =>
    text.replaceAll(placeholder_pattern, (placeholder) => {
      const name = placeholders.name_of(placeholder) ?? '';
      const value = values.get(name);
      if (value === undefined) throw new NetError('secret_unknown');
      return spell(value, name);
    });
  const made: Filled['made'][number][] = [];
  const headers = plan.headers.map((header) => {
    const credentials = basic_credentials(header);
    if (credentials?.match(placeholder_pattern)) {
      const text = btoa(fill(credentials, as_latin1));
      made.push({ text, shown: btoa(credentials) });
      return { name: header.name, value: `Basic ${text}` };
    }
    return { name: header.name, value: fill(header.value, for_header) };
  });
  const content_type = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  const spell = spellings.find(({ of }) => of.test(content_type))?.spell ?? ((value: string) => value);
  return {
    url: plan.url.origin + fill(plan.url.pathname + plan.url.search, encodeURIComponent),
    headers,
    body: plan.body && fill_bytes(plan.body, (placeholder) => utf8(fill(placeholder, spell))),
    made,
  };
}

/** Whether a sealed secret of this value may leave the page. */
export function is_fit(value: string): boolean {
  return value.length >= limits.shortest_secret && !/\p{Surrogate}/u.test(value);
}

function for_header(value: string, name: string): string {
  if (!plain_text.test(value)) throw new NetError('secret_unfit', { what: name });
  return value;
}

/** Bytes of UTF-8 as characters, which is what Base64 is made of. */
function as_latin1(value: string): string {
  return Array.from(utf8(value), (byte) => String.fromCharCode(byte)).join('');
}

function fill_bytes(body: Bytes, filled: (placeholder: string) => Bytes): Bytes {
  const starts = starts_in(body);
  if (starts.length === 0) return body;
  const parts: Bytes[] = [];
  let at = 0;
  for (const start of starts) {
    parts.push(body.subarray(at, start), filled(ascii_of(body, start, placeholder_length)));
    at = start + placeholder_length;
  }
  return concat([...parts, body.subarray(at)]);
}
