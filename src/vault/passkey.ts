import type { Bytes } from './bytes.ts';

/**
 * Passkeys as the vault needs them: a secret that only the authenticator can compute, from a salt that we choose
 * (WebAuthn's PRF extension). An interface, so that tests have one in memory and browsers have `webauthn.ts`.
 */
export interface PasskeyPort {
  /**
   * Makes a credential and evaluates its PRF once.
   *
   * @throws VaultError `passkey_unavailable`, `passkey_cancelled` or `passkey_known`.
   */
  create(request: CreateRequest): Promise<PasskeyAnswer>;
  /**
   * Asks for any one of the credentials and evaluates its PRF on its own salt.
   *
   * @throws VaultError `passkey_unavailable` or `passkey_cancelled`.
   */
  evaluate(credentials: readonly Evaluation[]): Promise<PasskeyAnswer>;
}

export interface CreateRequest {
  /** 16 random bytes: the account that the authenticator files the credential under. */
  readonly user: Bytes;
  /** Shown by the authenticator. */
  readonly label: string;
  /** Credentials that open the vault already. */
  readonly known: readonly Bytes[];
  /** The PRF's input, 32 bytes. */
  readonly salt: Bytes;
}

export interface Evaluation {
  readonly credential: Bytes;
  /** The PRF's input, 32 bytes. */
  readonly salt: Bytes;
}

export interface PasskeyAnswer {
  readonly credential: Bytes;
  /** 32 bytes. The vault overwrites them after use. */
  readonly output: Bytes;
}
