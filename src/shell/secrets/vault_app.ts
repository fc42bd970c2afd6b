/** Under which name the vault files an app's records. */

import { sha256, to_hex } from '../../share/bytes.ts';

/** Longer addresses are filed by their hash: the vault's names have at most 512 bytes. */
const MOST_BYTES = 480;

export async function vault_app(identity: string): Promise<string> {
  const bytes = new TextEncoder().encode(identity);
  if (bytes.length <= MOST_BYTES && !/[\p{Cc}\p{Cs}]/u.test(identity)) return identity;
  return `sha256:${to_hex(await sha256(bytes))}`;
}
