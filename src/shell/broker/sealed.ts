/** The sealed secrets of one visit: their placeholders, where the values come from, and what must not come back. */

import { ascii_of_all, type Bytes, utf8 } from './bytes.ts';
import { NetError } from './errors.ts';
import { escapes_of } from './escapes.ts';
import { create_needles, type Needle, type Needles, needle } from './needles.ts';
import { create_placeholders, type Placeholders } from './placeholders.ts';
import type { Plan } from './policy.ts';
import { type Filled, is_fit, put_secrets_in, type Values } from './put_secrets_in.ts';
import { bytes_of } from './spellings_of.ts';

export type SecretAnswer =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'locked' }
  /** Whether there is one could not be found out: it is taken for one that there is. `message` says why. */
  | { readonly kind: 'failed'; readonly message: string };

/** What a secret is read for: to put it into a request, to take it out of answers, or for a sign-in. */
export type Purpose = 'send' | 'look_for' | 'sign_in';

/**
 * Where the values of sealed secrets come from: the vault, for one app. `name` is the one that its placeholder was made
 * for (`connections.db.password` for one in a table).
 */
export interface SecretSource {
  /** Another number once a value may be another one than was read before: what was learned is asked for again then. */
  changes(): number;
  /**
   * Asked for each request that needs it, after the reader allowed it. May ask for the passphrase, with words for the purpose.
   * Never rejects.
   */
  read(name: string, purpose: Purpose): Promise<SecretAnswer>;
}

export interface Sealed {
  readonly placeholders: Placeholders;
  /** Throws a `NetError`: `secret_missing`, `secret_locked`, `secret_failed`, `secret_unfit`. */
  fill(plan: Plan, names: readonly string[]): Promise<Filled>;
  /**
   * Has the secrets of these names taken out of every answer from now on, also where they left the page on an earlier visit.
   * May ask for the passphrase. One that is gone is not looked for. Throws a `NetError`: `secret_locked`, `secret_failed`.
   */
  look_for(names: Iterable<string>): Promise<void>;
  /** What to take out of every answer from now on; `undefined` as long as there is nothing. */
  needles(): Needles | undefined;
}

export function create_sealed(
  source: SecretSource,
  placeholders: Placeholders = create_placeholders(),
): Sealed {
  const known = new Map<string, Needle>();
  let needles: Needles | undefined;
  /** The values that are looked for, by name: of one that was changed the earlier ones, too. */
  const learned = new Map<string, Set<string>>();
  /** What `SecretSource.changes` said when the value of a name was asked for last. */
  const asked = new Map<string, number>();
  const learn = (bytes: Bytes, shown: string): void => {
    const key = ascii_of_all(bytes);
    if (known.has(key)) return;
    known.set(key, needle(bytes, shown));
    needles = undefined;
  };
  const learn_value = (name: string, value: string): void => {
    const values = learned.get(name) ?? new Set();
    if (values.has(value)) return;
    learned.set(name, values.add(value));
    for (const bytes of bytes_of(value)) learn(bytes, placeholders.of(name));
  };
  return {
    placeholders,
    async fill(plan, names) {
      if (names.length === 0) return { ...plan, url: plan.url.href, made: [] };
      const changes = source.changes();
      const values: Values = new Map(
        await Promise.all(names.map(async (name) => [name, await value_of(source, name)] as const)),
      );
      const filled = put_secrets_in(plan, placeholders, values);
      for (const [name, value] of values) {
        learn_value(name, value);
        asked.set(name, changes);
      }
      for (const { text, shown } of filled.made) {
        for (const spelling of escapes_of(text)) learn(utf8(spelling), shown);
      }
      return filled;
    },
    async look_for(names) {
      for (const name of names) {
        const changes = source.changes();
        if (asked.get(name) === changes) continue;
        const answer = await source.read(name, 'look_for');
        if (answer.kind === 'locked' || answer.kind === 'failed') throw not_given(answer, name);
        // What may not leave the page never did, and would be found everywhere.
        if (answer.kind === 'value' && is_fit(answer.value)) learn_value(name, answer.value);
        if (answer.kind === 'value') asked.set(name, changes);
      }
    },
    needles() {
      if (known.size > 0) needles ??= create_needles([...known.values()]);
      return needles;
    },
  };
}

async function value_of(source: SecretSource, name: string): Promise<string> {
  const answer = await source.read(name, 'send');
  if (answer.kind === 'value') return answer.value;
  throw not_given(answer, name);
}

function not_given({ kind }: Exclude<SecretAnswer, { readonly kind: 'value' }>, name: string): NetError {
  return new NetError(`secret_${kind}`, { what: name });
}
