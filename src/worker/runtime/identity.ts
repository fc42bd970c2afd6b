/**
 * Element ids. Two widgets are the same across runs when their ids are: the id is made from the kind, the page, and
 * either the author's key or everything that shapes the value (semantics §2).
 */

export interface Identity {
  readonly kind: string;
  readonly key: string | null;
  /** The arguments that shape the value, as canonical text; with a key, only those that the key does not replace. */
  readonly shape: string;
  /** Main or sidebar, and the form: part of the identity only without a key. */
  readonly root: number;
  readonly form: string | undefined;
  readonly page: string;
}

/** What every generated id starts with; such names are reserved in session state. */
export const ID_PREFIX = '$$ID';

/** `$$ID-<128 bits in hex>-<key or None>`. */
export function element_id(identity: Identity): string {
  const place = identity.key === null ? `${identity.root}\u0000${identity.form ?? ''}` : '';
  const text = [identity.kind, identity.page, identity.key ?? '', identity.shape, place].join('\u0001');
  return `${ID_PREFIX}-${digest(text)}-${identity.key ?? 'None'}`;
}

const digests = new Map<string, string>();
const MOST_DIGESTS = 20_000;

function digest(text: string): string {
  const known = digests.get(text);
  if (known !== undefined) return known;
  if (digests.size >= MOST_DIGESTS) digests.clear();
  const made = hash_128(text);
  digests.set(text, made);
  return made;
}

/**
 * A fast 128-bit mix of a text's UTF-16 units (four lanes of multiply and rotate, after MurmurHash3's finaliser). It
 * tells ids apart; it is not for secrets.
 */
export function hash_128(text: string): string {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  let c = 0xc2b2ae35;
  let d = 0x27d4eb2f;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ unit, 0x23a9d46d);
    b = c ^ Math.imul(b ^ unit, 0x38b34ae5);
    c = d ^ Math.imul(c ^ unit, 0xa1e38b93);
    d = a ^ Math.imul(d ^ unit, 0x4cf5ad43);
    a = (a << 13) | (a >>> 19);
  }
  const lanes = [a ^ text.length, b ^ a, c ^ b, d ^ c].map((lane, index, all) =>
    finalise(lane ^ (all[(index + 1) % 4] as number)),
  );
  return lanes.map((lane) => lane.toString(16).padStart(8, '0')).join('');
}

function finalise(lane: number): number {
  let x = lane ^ (lane >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
