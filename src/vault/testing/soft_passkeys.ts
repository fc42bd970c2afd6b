import { base64url } from '../bytes.ts';
import { VaultError } from '../errors.ts';
import type { PasskeyPort } from '../passkey.ts';

/** An authenticator in memory: its PRF is HMAC-SHA-256 with a secret per credential, as in hardware. */
export interface SoftPasskeys extends PasskeyPort {
  /** Loses all credentials. */
  clear(): void;
}

export function softPasskeys(): SoftPasskeys {
  const secrets = new Map<string, CryptoKey>();
  const { subtle } = globalThis.crypto;
  const prf = async (secret: CryptoKey, salt: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await subtle.sign('HMAC', secret, salt));
  return {
    async create({ salt }) {
      const credential = globalThis.crypto.getRandomValues(new Uint8Array(20));
      const secret = await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
      secrets.set(base64url(credential), secret);
      return { credential, output: await prf(secret, salt) };
    },
    async evaluate(credentials) {
      for (const { credential, salt } of credentials) {
        const secret = secrets.get(base64url(credential));
        if (secret) return { credential, output: await prf(secret, salt) };
      }
      throw new VaultError('passkey_cancelled');
    },
    clear: () => secrets.clear(),
  };
}
