/**
 * The stand-ins for sealed secrets. An app reads one from `st.secrets`, puts it where the secret belongs, and the
 * broker changes it for the secret on the way out. A stand-in is worth nothing: it is random, of this visit, and no
 * host knows it.
 */
import { to_hex } from '../../share/bytes.ts';

const prefix = 'TABLIT_SEALED_';
const digits = 32;

/** Letters, digits and `_` only, so that it stays as it is in addresses, forms, JSON and headers. */
export const placeholder_pattern = new RegExp(`${prefix}[0-9a-f]{${digits}}`, 'g');
export const placeholder_length = prefix.length + digits;
/** What every one of them starts with, as bytes: a quick look tells whether a body may hold one. */
export const placeholder_prefix = new TextEncoder().encode(prefix);

export interface Placeholders {
  /** The same for the same name as long as the page lives. */
  of(name: string): string;
  /** The name of the secret, or `undefined` for one of another visit. */
  name_of(placeholder: string): string | undefined;
}

export function create_placeholders(
  random: (bytes: Uint8Array<ArrayBuffer>) => unknown = fill,
): Placeholders {
  const by_name = new Map<string, string>();
  const names = new Map<string, string>();
  return {
    of(name) {
      const known = by_name.get(name);
      if (known !== undefined) return known;
      const bytes = new Uint8Array(digits / 2);
      random(bytes);
      const made = prefix + to_hex(bytes);
      by_name.set(name, made);
      names.set(made, name);
      return made;
    },
    name_of: (placeholder) => names.get(placeholder),
  };
}

function fill(bytes: Uint8Array<ArrayBuffer>): void {
  crypto.getRandomValues(bytes);
}
