import { type Bytes, concat, u64, utf8 } from './bytes.ts';

/** Names every format of this directory; a change of any byte layout counts it up. */
export const FORMAT_VERSION = 1;

/** What a key or a ciphertext is for. One key or ciphertext never serves two kinds. */
export type Kind =
  | 'app-tag'
  | 'backup'
  | 'cache-entry'
  | 'key/cache-mac'
  | 'key/ledger'
  | 'key/passkey'
  | 'key/records'
  | 'ledger'
  | 'passkey'
  | 'passphrase'
  | 'record';

/**
 * The byte string that binds a ciphertext, key or MAC to its place: `tablit-vault/1/<kind>` and the fields, each with
 * its length in front, so that no two lists of fields give the same bytes. Numbers are whole and take 8 bytes.
 */
export function layout(kind: Kind, ...fields: readonly (string | number | Uint8Array)[]): Bytes {
  const parts: Uint8Array[] = [];
  for (const field of [`tablit-vault/${FORMAT_VERSION}/${kind}`, ...fields]) {
    const bytes = typeof field === 'string' ? utf8(field) : typeof field === 'number' ? u64(field) : field;
    parts.push(u64(bytes.length), bytes);
  }
  return concat(parts);
}
