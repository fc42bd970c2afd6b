/**
 * Private sharing: an archive encrypted with AES-256-GCM, by a key of its own or one derived from a passphrase. Who has
 * the bytes without the key learns the size and nothing else. Sealing hides an app on its way; whoever opens it has it.
 */
import { pack, unpack_frame } from './archive.ts';
import { type Bytes, concat, sha256, utf8 } from './bytes.ts';
import { ShareError, type Source } from './errors.ts';
import { type Frame, read_frame, start_of, write_frame } from './frame.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { Project } from './project.ts';

export type Lock =
  | { readonly kind: 'key'; readonly key: Bytes }
  | { readonly kind: 'passphrase'; readonly passphrase: string };

/** Rounds of PBKDF2-HMAC-SHA-256 in what is sealed today. Stored with it, so it may be raised at any time. */
export const ROUNDS = 600_000;
/** A hostile file may not hold the reader's processor for minutes. */
const MOST_ROUNDS = 10_000_000;
export const KEY_LENGTH = 32;
export const MIN_PASSPHRASE = 8;

const SALT_LENGTH = 16;
const NONCE_LENGTH = 12;

/** A fresh random key of 32 bytes. */
export function new_key(): Bytes {
  return crypto.getRandomValues(new Uint8Array(KEY_LENGTH));
}

/** The sealed `.tablit` bytes of `project`. Throws what `pack` throws, `passphrase_too_short`, or `needs_key`. */
export async function seal(project: Project, lock: Lock, limits: Limits = DEFAULT_LIMITS): Promise<Bytes> {
  if (lock.kind === 'passphrase' && [...lock.passphrase].length < MIN_PASSPHRASE) {
    throw new ShareError('passphrase_too_short', { most: MIN_PASSPHRASE });
  }
  const archive = await pack(project, limits);
  const kind = `sealed_with_${lock.kind}` as const;
  const lead = lock.kind === 'key' ? new Uint8Array() : derivation(ROUNDS);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_LENGTH));
  const key = await key_of(lock, lead, 'file');
  const additionalData = concat([start_of(kind), lead]);
  const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, archive);
  const body = concat([lead, nonce, new Uint8Array(text)]);
  return write_frame({ kind, check: await sha256(body), body });
}

/**
 * The project in sealed `bytes`. Throws `cannot_open` for a wrong key or passphrase and for tampering alike,
 * `needs_passphrase` or `needs_key` when `lock` is of the other kind, else as `unpack`. Bytes that are not sealed
 * open as they are.
 */
export async function open(bytes: Bytes, lock: Lock, limits: Limits = DEFAULT_LIMITS): Promise<Project> {
  return open_frame(read_frame(bytes, 'file'), lock, limits, 'file');
}

export async function open_frame(
  frame: Frame,
  lock: Lock | undefined,
  limits: Limits,
  source: Source,
): Promise<Project> {
  if (lock === undefined || frame.kind !== `sealed_with_${lock.kind}`)
    return unpack_frame(frame, limits, source);
  const { lead, nonce, text } = split(frame, source);
  const key = await key_of(lock, lead, source);
  const additionalData = concat([start_of(frame.kind), lead]);
  const archive = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, text)
    .catch((cause: unknown) => {
      throw new ShareError('cannot_open', { source }, cause);
    });
  return unpack_frame(read_frame(new Uint8Array(archive), source), limits, source);
}

/** Rounds (4 bytes, little-endian) and salt: what leads the body of one sealed with a passphrase. */
function derivation(rounds: number): Bytes {
  const lead = new Uint8Array(4 + SALT_LENGTH);
  new DataView(lead.buffer).setUint32(0, rounds, true);
  crypto.getRandomValues(lead.subarray(4));
  return lead;
}

function split(frame: Frame, source: Source) {
  const { body } = frame;
  const start = frame.kind === 'sealed_with_passphrase' ? 4 + SALT_LENGTH : 0;
  if (body.length < start + NONCE_LENGTH) {
    throw new ShareError('malformed', { source, detail: 'it is too short to be sealed' });
  }
  const end = start + NONCE_LENGTH;
  return { lead: body.slice(0, start), nonce: body.slice(start, end), text: body.slice(end) };
}

async function key_of(lock: Lock, lead: Bytes, source: Source): Promise<CryptoKey> {
  if (!('subtle' in crypto)) throw new ShareError('needs_https', { source });
  if (lock.kind === 'key') {
    if (lock.key.length !== KEY_LENGTH) throw new ShareError('needs_key', { source });
    return crypto.subtle.importKey('raw', lock.key, 'AES-GCM', false, ['encrypt', 'decrypt']);
  }
  const rounds = new DataView(lead.buffer).getUint32(0, true);
  if (rounds < ROUNDS || rounds > MOST_ROUNDS) {
    throw new ShareError('malformed', {
      source,
      detail: 'its passphrase is protected by an unusual number of rounds',
    });
  }
  // Composed, so that a passphrase typed on another keyboard is the same bytes.
  const secret = utf8.encode(lock.passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', iterations: rounds, salt: lead.slice(4) },
    base,
    { name: 'AES-GCM', length: 8 * KEY_LENGTH },
    false,
    ['encrypt', 'decrypt'],
  );
}
