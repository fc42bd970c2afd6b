/** Who was signed in on an earlier visit. */
import type { SecretAnswer } from '../broker/sealed.ts';
import type { Identity } from './answer.ts';
import { read_provider } from './provider.ts';

/** Milliseconds after which a reader signs in anew, as Streamlit's cookie does. */
export const MOST_AGE = 30 * 24 * 3_600_000;

/** What the record says, when it still counts: not too old, and of a provider that the secrets still name. */
export async function kept_identity(
  text: string,
  secret: (name: string) => Promise<SecretAnswer>,
  now: number,
): Promise<Identity | undefined> {
  const kept = identity_in(text);
  if (!kept || now - kept.since > MOST_AGE || kept.since > now + 60_000) return undefined;
  try {
    const { client_id, issuer } = await read_provider(secret, kept.provider);
    return client_id === kept.client_id && issuer === kept.issuer ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** The record was written by us and is sealed by the vault; a version to come may still have another shape. */
function identity_in(text: string): Identity | undefined {
  try {
    const found = JSON.parse(text) as Partial<Identity> | null;
    const fits = typeof found?.since === 'number' && typeof found.issuer === 'string';
    return fits && found.claims && found.tokens ? (found as Identity) : undefined;
  } catch {
    return undefined;
  }
}
