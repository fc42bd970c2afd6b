/** What the vault's panels show and can ask for. The shell joins them to the vault. */
import type { Act } from './outcome.ts';

export interface PasskeyView {
  readonly id: string;
  readonly label: string;
}

export type VaultView =
  | { readonly kind: 'absent' }
  /** `fault`: why what is stored cannot be opened by any passphrase. */
  | { readonly kind: 'locked'; readonly passkeys: readonly PasskeyView[]; readonly fault?: string }
  | { readonly kind: 'open'; readonly passkeys: readonly PasskeyView[] };

export type ProofView =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'passkey' };

/** What happens to a record that is in the vault and in the backup. */
export type ConflictView = 'keep' | 'replace';

export interface VaultActions {
  readonly create: Act<[passphrase: string]>;
  readonly unlock: Act<[proof: ProofView]>;
  readonly lock: () => void;
  readonly change_passphrase: Act<[proof: ProofView, next: string]>;
  readonly add_passkey: Act<[proof: ProofView, label: string]>;
  readonly remove_passkey: Act<[id: string]>;
  /** Hands the reader the file. */
  readonly export_backup: Act<[passphrase: string]>;
  readonly import_backup: Act<[file: File, passphrase: string, conflict: ConflictView]>;
  readonly forget: Act;
}
