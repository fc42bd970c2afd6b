/**
 * What can go wrong in the vault, as a closed set. Every function here either does what its name says or throws one
 * `VaultError`; the shell shows `message` and `hint` and switches on `code`.
 */
export type VaultErrorCode =
  | 'absent'
  | 'busy'
  | 'exists'
  | 'locked'
  | 'malformed'
  | 'newer_format'
  | 'not_opened'
  | 'passkey_cancelled'
  | 'passkey_known'
  | 'passkey_unavailable'
  | 'storage'
  | 'too_large'
  | 'unsupported'
  | 'weak_passphrase';

interface Text {
  readonly message: string;
  readonly hint: string;
}

const texts: { readonly [C in VaultErrorCode]: Text } = {
  absent: { message: 'There is no vault yet', hint: 'Create one with a passphrase first.' },
  busy: { message: 'Another tab keeps writing to the vault', hint: 'Try again in a moment.' },
  exists: { message: 'There is a vault already', hint: 'Unlock it, or forget it before creating another.' },
  locked: { message: 'The vault is locked', hint: 'Unlock it with the passphrase or a passkey.' },
  malformed: { message: 'This is not what the vault expects', hint: 'Check where the data comes from.' },
  newer_format: { message: 'This was written by a newer Tablit', hint: 'Reload to get the newest version.' },
  // One text for a wrong passphrase and for changed data: saying which would tell an attacker that a guess was right.
  not_opened: {
    message: 'The vault did not open this: the passphrase is wrong, or the stored data was changed',
    hint: 'Check the passphrase. If it is right, import a backup.',
  },
  passkey_cancelled: { message: 'The passkey was not used', hint: 'Try again, or use the passphrase.' },
  passkey_known: { message: 'This authenticator opens the vault already', hint: 'Choose another one.' },
  passkey_unavailable: {
    message: 'No passkey can open the vault here',
    hint: 'Use the passphrase. A passkey needs a browser and an authenticator with the PRF extension.',
  },
  storage: {
    message: 'The browser refused to read or write its storage',
    hint: 'Leave private browsing, or free some space.',
  },
  too_large: {
    message: 'This is more than the vault holds',
    hint: 'Store less, or delete what is not needed.',
  },
  unsupported: {
    message: 'This page has no cryptography',
    hint: 'Browsers offer it over https, on localhost and for local files only.',
  },
  weak_passphrase: {
    message: 'This passphrase is too short',
    hint: 'Use at least 8 characters, better four words.',
  },
};

/** `detail` says where and what was expected. It never holds a value: values of a vault are secrets. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly code: VaultErrorCode;
  readonly hint: string;

  constructor(code: VaultErrorCode, detail?: string, cause?: unknown) {
    const { message, hint } = texts[code];
    super(detail ? `${message}: ${detail}` : message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
  }

  /** The form in which an error crosses a port. */
  toJSON(): { code: VaultErrorCode; message: string; hint: string } {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}

export function isVaultError(error: unknown, code?: VaultErrorCode): error is VaultError {
  return error instanceof VaultError && (code === undefined || error.code === code);
}
