import { type Bytes, concat, hex, noBytes } from './bytes.ts';
import type { CryptoPort } from './crypto_port.ts';
import { VaultError } from './errors.ts';
import { layout } from './layout.ts';
import type { Ledger } from './ledger.ts';
import { places, type VaultStore } from './store.ts';

/**
 * Deleting an app must work without the passphrase: whoever removes an app expects its secrets to go with it. A locked
 * vault cannot write its ledger, so it drops the records, which a tag in their keys finds, and leaves the tag as a
 * tombstone. An open vault leaves tombstoned apps out and clears the stones with its next write.
 *
 * Tombstones are not authenticated: whoever can write to the disk can delete an app's secrets anyway, but not read them.
 */
const TAG = 16;
const ATTEMPTS = 8;

/** 32 hexadecimal digits that tell apps apart in record keys. Not secret: who knows the app can compute it. */
export async function appTag(port: CryptoPort, app: string): Promise<string> {
  const digest = await port.subtle.digest('SHA-256', layout('app-tag', app));
  return hex(new Uint8Array(digest, 0, TAG));
}

/** The tags in the stored tombstones; bytes after the last whole one are left out. */
export function readTombstones(gone: Uint8Array | undefined): readonly string[] {
  const tags: string[] = [];
  for (let at = 0; gone && at + TAG <= gone.length; at += TAG) tags.push(hex(gone.subarray(at, at + TAG)));
  return tags;
}

/** The ledger as if the tombstoned apps had been deleted properly; the counter stays, as nothing was written. */
export async function withoutTombstoned(
  port: CryptoPort,
  ledger: Ledger,
  gone: Uint8Array | undefined,
): Promise<Ledger> {
  const tags = new Set(readTombstones(gone));
  if (tags.size === 0) return ledger;
  const tagOf = new Map<string, string>();
  for (const { app } of ledger.entries) if (!tagOf.has(app)) tagOf.set(app, await appTag(port, app));
  return { ...ledger, entries: ledger.entries.filter(({ app }) => !tags.has(tagOf.get(app) ?? '')) };
}

/** Deletes an app's records without a key. @throws VaultError `busy` or `storage`. */
export async function buryApp(port: CryptoPort, store: VaultStore, app: string): Promise<void> {
  const tag = await appTag(port, app);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [header, gone] = await store.read([places.header, places.gone]);
    if (header === undefined) return;
    const stones = readTombstones(gone).includes(tag)
      ? (gone ?? noBytes)
      : concat([gone ?? noBytes, tagBytes(tag)]);
    const change = {
      expect: [
        [places.header, header],
        [places.gone, gone],
      ] as const,
      dropPrefixes: [places.app(tag)],
      put: [[places.gone, Uint8Array.from(stones)]] as const,
    };
    if (await store.commit(change)) return;
  }
  throw new VaultError('busy');
}

function tagBytes(tag: string): Bytes {
  return Uint8Array.from({ length: TAG }, (_, index) =>
    Number.parseInt(tag.slice(2 * index, 2 * index + 2), 16),
  );
}
