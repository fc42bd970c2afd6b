import { type Bytes, fromBase64, fromUtf8 } from './bytes.ts';
import { VaultError } from './errors.ts';

/**
 * Reads JSON that may come from anywhere. A `Reader` knows its path, so each refusal says where:
 * `backup: salt: expected 16 bytes in base64`.
 */
export interface Reader {
  readonly value: unknown;
  readonly path: string;
}

/** @throws VaultError `malformed` when the bytes are not one JSON value in UTF-8. */
export function readJson(bytes: Uint8Array, what: string): Reader {
  const text = fromUtf8(bytes);
  if (text === undefined) throw new VaultError('malformed', `${what}: expected UTF-8`);
  try {
    return { value: JSON.parse(text), path: what };
  } catch {
    // The parser's own message quotes the text, which may be a secret.
    throw new VaultError('malformed', `${what}: expected JSON`);
  }
}

export function refuse(reader: Reader, expected: string): never {
  throw new VaultError('malformed', `${reader.path}: expected ${expected}`);
}

/** The fields of an object that has exactly these keys. */
export function readObject<K extends string>(
  reader: Reader,
  keys: readonly K[],
): { readonly [P in K]: Reader } {
  const { value, path } = reader;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(reader, 'an object');
  const fields = new Map(Object.entries(value));
  const unknown = fields.size !== keys.length || keys.some((key) => !fields.has(key));
  if (unknown) return refuse(reader, `exactly the fields ${keys.join(', ')}`);
  const readers = keys.map((key) => [key, { value: fields.get(key), path: `${path}: ${key}` }] as const);
  return Object.fromEntries(readers) as { readonly [P in K]: Reader };
}

/** One field, whatever else is there: for asking a file what it is before reading the rest of it. */
export function peek(reader: Reader, key: string): unknown {
  const { value } = reader;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}

export function readArray(reader: Reader, most: number): readonly Reader[] {
  const { value, path } = reader;
  if (!Array.isArray(value)) return refuse(reader, 'an array');
  if (value.length > most) return refuse(reader, `at most ${most} entries`);
  return value.map((entry: unknown, index) => ({ value: entry, path: `${path}[${index}]` }));
}

export function readText(reader: Reader): string {
  return typeof reader.value === 'string' ? reader.value : refuse(reader, 'a text');
}

export function readInteger(reader: Reader, least: number, most: number): number {
  const { value } = reader;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most)
    return value;
  return refuse(reader, `a whole number from ${least} to ${most}`);
}

/** Bytes in strict base64: exactly `least` of them, or from `least` to `most`. */
export function readBytes(reader: Reader, least: number, most: number = least): Bytes {
  const bytes = typeof reader.value === 'string' ? fromBase64(reader.value) : undefined;
  if (bytes && bytes.length >= least && bytes.length <= most) return bytes;
  return refuse(reader, `${least === most ? least : `${least} to ${most}`} bytes in base64`);
}
