import { type Bytes, base64, utf8 } from './bytes.ts';
import { VaultError } from './errors.ts';
import {
  peek,
  type Reader,
  readArray,
  readBytes,
  readInteger,
  readJson,
  readObject,
  readText,
  refuse,
} from './json.ts';
import { FORMAT_VERSION } from './layout.ts';
import { checkName, limits } from './limits.ts';
import { KDF, SALT } from './passphrase.ts';
import { MOST_ROUNDS } from './rounds.ts';
import { NONCE, TAG } from './sealed.ts';

/** The data key under a key from the passphrase. */
export interface PassphraseSlot {
  /** PBKDF2 rounds. */
  readonly rounds: number;
  /** 16 bytes. */
  readonly salt: Bytes;
  /** 12 bytes. */
  readonly nonce: Bytes;
  /** AES-256-GCM of the 32-byte data key: 48 bytes. */
  readonly wrapped: Bytes;
}

/** The data key under a key from a passkey's PRF output. */
export interface PasskeySlot {
  /** The WebAuthn credential id, 1 to 1,023 bytes. */
  readonly credential: Bytes;
  /** What the reader called it. */
  readonly label: string;
  /** The PRF's input, 32 bytes. */
  readonly salt: Bytes;
  readonly nonce: Bytes;
  readonly wrapped: Bytes;
}

/** The one readable part of a vault: which ways lead in. Stored as JSON. */
export interface Header {
  /** 16 random bytes, one per vault. */
  readonly id: Bytes;
  readonly passphrase: PassphraseSlot;
  readonly passkeys: readonly PasskeySlot[];
}

export const ID = 16;
export const PRF = 32;
const WRAPPED = 32 + TAG;
const FORMAT = 'tablit-vault';

export function printHeader(header: Header): Bytes {
  const { rounds, salt, nonce, wrapped } = header.passphrase;
  const secret = { kdf: KDF, rounds, salt: base64(salt), nonce: base64(nonce), wrapped: base64(wrapped) };
  const passkeys = header.passkeys.map((slot) => ({
    credential: base64(slot.credential),
    label: slot.label,
    salt: base64(slot.salt),
    nonce: base64(slot.nonce),
    wrapped: base64(slot.wrapped),
  }));
  return utf8(
    JSON.stringify({
      format: FORMAT,
      version: FORMAT_VERSION,
      id: base64(header.id),
      passphrase: secret,
      passkeys,
    }),
  );
}

/**
 * @param accept the least number of rounds that is not refused: fewer would be an attacker's.
 * @throws VaultError `malformed`, `too_large` or `newer_format`.
 */
export function parseHeader(bytes: Uint8Array, accept: number): Header {
  if (bytes.length > limits.header) throw new VaultError('too_large', "the vault's header");
  const whole = readJson(bytes, 'vault');
  checkFormat(whole, FORMAT);
  const fields = readObject(whole, ['format', 'version', 'id', 'passphrase', 'passkeys']);
  const passkeys = readArray(fields.passkeys, limits.passkeys).map(readPasskeySlot);
  return {
    id: readBytes(fields.id, ID),
    passphrase: readPassphraseSlot(fields.passphrase, accept),
    passkeys,
  };
}

/** @throws VaultError `malformed` when the file is another kind, `newer_format` when it is of a later version. */
export function checkFormat(whole: Reader, format: string): void {
  if (peek(whole, 'format') !== format) refuse(whole, `a file of format ${format}`);
  const version = readInteger({ value: peek(whole, 'version'), path: `${whole.path}: version` }, 1, 1e6);
  if (version > FORMAT_VERSION) throw new VaultError('newer_format', `${whole.path} version ${version}`);
}

/** @throws VaultError `malformed` for another derivation than ours. */
export function checkKdf(reader: Reader): void {
  if (readText(reader) !== KDF) refuse(reader, KDF);
}

function readPassphraseSlot(reader: Reader, accept: number): PassphraseSlot {
  const fields = readObject(reader, ['kdf', 'rounds', 'salt', 'nonce', 'wrapped']);
  checkKdf(fields.kdf);
  return {
    rounds: readInteger(fields.rounds, accept, MOST_ROUNDS),
    salt: readBytes(fields.salt, SALT),
    nonce: readBytes(fields.nonce, NONCE),
    wrapped: readBytes(fields.wrapped, WRAPPED),
  };
}

function readPasskeySlot(reader: Reader): PasskeySlot {
  const fields = readObject(reader, ['credential', 'label', 'salt', 'nonce', 'wrapped']);
  return {
    credential: readBytes(fields.credential, 1, limits.credential),
    label: checkName(fields.label.value, fields.label.path, limits.label),
    salt: readBytes(fields.salt, PRF),
    nonce: readBytes(fields.nonce, NONCE),
    wrapped: readBytes(fields.wrapped, WRAPPED),
  };
}
