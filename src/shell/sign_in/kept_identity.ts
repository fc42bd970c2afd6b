/** Whether who was signed in still is: on a later visit, and when the secrets changed. */
import type { SecretAnswer } from '../broker/sealed.ts';
import type { Identity } from './answer.ts';
import { read_provider, type TokenName } from './provider.ts';

/** Milliseconds after which a reader signs in anew, as Streamlit's cookie does. */
export const MOST_AGE = 30 * 24 * 3_600_000;

/**
 * Who was signed in, when that still counts: not too long ago, and by a provider that the secrets still name; with the tokens
 * alone that they still let the app use.
 */
export async function still_counts(
  kept: Identity,
  secret: (name: string) => Promise<SecretAnswer>,
  now: number,
): Promise<Identity | undefined> {
  if (now - kept.since > MOST_AGE || kept.since > now + 60_000) return undefined;
  try {
    const { client_id, issuer, expose } = await read_provider(secret, kept.provider);
    if (client_id !== kept.client_id || issuer !== kept.issuer) return undefined;
    const tokens = Object.entries(kept.tokens).filter(([name]) => expose.includes(name as TokenName));
    return { ...kept, tokens: Object.fromEntries(tokens) };
  } catch {
    return undefined;
  }
}

/** The record was written by us and is sealed by the vault; a version to come may still have another shape. */
export function identity_in(text: string): Identity | undefined {
  try {
    const found = JSON.parse(text) as Partial<Identity> | null;
    const fits = typeof found?.since === 'number' && typeof found.issuer === 'string';
    return fits && found.claims && found.tokens ? (found as Identity) : undefined;
  } catch {
    return undefined;
  }
}
