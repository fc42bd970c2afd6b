import type { Bytes } from '../bytes.ts';
import type { VaultError } from '../errors.ts';
import { isVaultError } from '../errors.ts';
import { loadVault, type Vault, type VaultOptions } from '../vault.ts';
import { fewRounds } from './few_rounds.ts';
import { type MemoryStore, memoryStore } from './memory_store.ts';

export const PASSPHRASE = 'correct horse battery staple';

/** An open vault over a store that can be looked into. */
export async function openedVault(
  options: Partial<VaultOptions> & { readonly store?: MemoryStore } = {},
): Promise<{ readonly vault: Vault; readonly store: MemoryStore }> {
  const store = options.store ?? memoryStore();
  const vault = await loadVault({ roundsForTestsOnly: fewRounds(), ...options, store });
  if (vault.state().kind === 'absent') await vault.create(PASSPHRASE);
  else await vault.unlock(withPassphrase());
  return { vault, store };
}

export function withPassphrase(passphrase: string = PASSPHRASE) {
  return { kind: 'passphrase', passphrase } as const;
}

/** What `work` throws, which must be a VaultError. */
export async function vaultErrorOf(work: () => unknown): Promise<VaultError> {
  try {
    await work();
  } catch (error) {
    if (isVaultError(error)) return error;
    throw error;
  }
  throw new Error('expected a VaultError, and nothing was thrown');
}

/** A copy with one bit turned. */
export function flipped(bytes: Uint8Array, bit: number): Bytes {
  const copy = Uint8Array.from(bytes);
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
}
