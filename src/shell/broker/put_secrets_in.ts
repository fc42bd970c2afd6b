/** Changes placeholders for the secrets they stand for, each in the spelling of its place. */
import type { NetHeader } from '../../wire/net.ts';
import { ascii_of, type Bytes, concat, utf8 } from './bytes.ts';
import { NetError } from './errors.ts';
import { limits } from './limits.ts';
import { type Placeholders, placeholder_length, placeholder_pattern } from './placeholders.ts';
import { basic_credentials, starts_in } from './places_of_secrets.ts';
import type { Plan } from './policy.ts';
import { spell_for_body } from './spelled_for_body.ts';

/** Secrets by name. */
export type Values = ReadonlyMap<string, string>;

export interface Filled {
  readonly url: string;
  readonly headers: readonly NetHeader[];
  readonly body: Bytes | undefined;
  /** What was put in for the Base64 of a user name and a password, and what stood there before. */
  readonly made: readonly { readonly text: string; readonly shown: string }[];
}

const plain_text = /^[\x20-\x7e]*$/;

/**
 * `plan` with its placeholders filled in. `values` holds every secret that `secrets_in` named.
 *
 * Throws a `NetError` `secret_unfit` for a secret that is too short, or that its place cannot hold.
 */
export function put_secrets_in(
  plan: Pick<Plan, 'url' | 'headers' | 'body'>,
  placeholders: Placeholders,
  values: Values,
): Filled {
  for (const [name, value] of values) {
    if (!is_fit(value)) throw new NetError('secret_unfit', { what: name });
  }
  const value_of = (placeholder: string) => {
    const name = placeholders.name_of(placeholder) ?? '';
    const value = values.get(name);
    if (value === undefined) throw new NetError('secret_unknown');
    return { name, value };
  };
  const fill = (text: string, spell: (value: string, name: string) => string) =>
    text.replaceAll(placeholder_pattern, (placeholder) => {
      const { name, value } = value_of(placeholder);
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
  return {
    url: plan.url.origin + fill(plan.url.pathname, for_path) + fill(plan.url.search, encodeURIComponent),
    headers,
    body: plan.body && fill_body(plan.body, content_type, value_of),
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

/** Slashes stay, as where a script writes a key of its own into a path; a secret that would climb out of its place has none. */
function for_path(value: string): string {
  const spelled = encodeURIComponent(value);
  return /(^|\/)\.\.?(\/|$)/.test(value) ? spelled : spelled.replaceAll('%2F', '/');
}

/** Bytes of UTF-8 as characters, which is what Base64 is made of. */
function as_latin1(value: string): string {
  return Array.from(utf8(value), (byte) => String.fromCharCode(byte)).join('');
}

function fill_body(
  body: Bytes,
  content_type: string,
  value_of: (placeholder: string) => { readonly name: string; readonly value: string },
): Bytes {
  const starts = starts_in(body);
  if (starts.length === 0) return body;
  const spell = spell_for_body(content_type, body);
  const filled = (placeholder: string): Bytes => {
    const { name, value } = value_of(placeholder);
    const spelled = spell(value);
    if (!spelled) throw new NetError('secret_unfit', { what: name });
    return spelled;
  };
  const parts: Bytes[] = [];
  let at = 0;
  for (const start of starts) {
    parts.push(body.subarray(at, start), filled(ascii_of(body, start, placeholder_length)));
    at = start + placeholder_length;
  }
  return concat([...parts, body.subarray(at)]);
}
