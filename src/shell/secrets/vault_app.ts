/** Under which name the vault files an app's records. */

/** Longer addresses are filed by their hash: the vault's names have at most 512 bytes. */
const MOST_BYTES = 480;

export async function vault_app(identity: string): Promise<string> {
  const bytes = new TextEncoder().encode(identity);
  if (bytes.length <= MOST_BYTES && !/[\p{Cc}\p{Cs}]/u.test(identity)) return identity;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
