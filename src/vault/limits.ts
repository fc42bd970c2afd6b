import { type Bytes, utf8 } from './bytes.ts';
import { VaultError } from './errors.ts';

/**
 * Sizes in bytes of UTF-8, except where said. They make a hostile file harmless, and together they promise that every
 * vault fits into a backup: the values in base64 twice, and the names, stay under `backup`.
 */
export const limits = {
  app: 512,
  name: 256,
  value: 1024 * 1024,
  /** All values of a vault together. */
  total: 16 * 1024 * 1024,
  records: 2048,
  /** A whole backup file. */
  backup: 40 * 1024 * 1024,
  header: 256 * 1024,
  passkeys: 16,
  label: 256,
  credential: 1023,
  passphrase: 4096,
} as const;

// Control characters would need six bytes each in JSON and have no place in a name; lone surrogates have no UTF-8.
const FORBIDDEN = /[\p{Cc}\p{Cs}]/u;

/** @throws VaultError `malformed` unless `text` is a name: not empty, short, no control characters. */
export function checkName(text: unknown, what: string, most: number): string {
  if (typeof text !== 'string' || text === '') throw new VaultError('malformed', `${what}: expected a text`);
  if (FORBIDDEN.test(text)) throw new VaultError('malformed', `${what}: expected no control characters`);
  if (utf8(text).length > most) throw new VaultError('malformed', `${what}: expected at most ${most} bytes`);
  return text;
}

export function checkApp(app: unknown): string {
  return checkName(app, 'the app', limits.app);
}

export function checkRecordName(name: unknown): string {
  return checkName(name, "the record's name", limits.name);
}

/**
 * A copy, so that the caller may reuse its array while the value is being sealed.
 *
 * @throws VaultError `malformed` or `too_large`.
 */
export function checkValue(value: unknown): Bytes {
  if (!(value instanceof Uint8Array)) throw new VaultError('malformed', "the record's value: expected bytes");
  if (value.length > limits.value) {
    throw new VaultError('too_large', `a value may have ${limits.value} bytes`);
  }
  return Uint8Array.from(value);
}

/** @throws VaultError `malformed` for what is no text or has no UTF-8. */
export function checkText(value: unknown): string {
  if (typeof value === 'string' && !/\p{Cs}/u.test(value)) return value;
  throw new VaultError('malformed', "the record's value: expected a text");
}
