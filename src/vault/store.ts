import type { Bytes } from './bytes.ts';

/** Where a vault's bytes are kept. Keys are short texts; see `places`. All failures are VaultError `storage`. */
export interface VaultStore {
  /** The values under `keys` at one moment, `undefined` where there is none. */
  read(keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]>;
  /**
   * Applies the whole change and gives `true`, or, when a value differs from what is expected, applies nothing and
   * gives `false`. Atomic, also across tabs: it is what keeps two of them from losing each other's writes.
   */
  commit(change: Change): Promise<boolean>;
  /** Removes everything, the database too. The store stays usable and is empty. */
  destroy(): Promise<void>;
}

export interface Change {
  /** `undefined`: nothing is stored under this key. */
  readonly expect: readonly (readonly [key: string, value: Uint8Array | undefined])[];
  /** Removed before `put`: every key that starts with one of these. */
  readonly dropPrefixes?: readonly string[];
  readonly drop?: readonly string[];
  readonly put?: readonly (readonly [key: string, value: Bytes])[];
}

/** The keys of a store. */
export const places = {
  header: 'header',
  ledger: 'ledger',
  /** 16-byte tags of apps that were deleted while the vault was locked; see `tombstones.ts`. */
  gone: 'gone',
  records: 'record/',
  /** Every record of an app starts with this. */
  app: (tag: string) => `record/${tag}/`,
  record: (tag: string, id: string) => `record/${tag}/${id}`,
} as const;
