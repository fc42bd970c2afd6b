/** What an app may measure. All of these are in `docs/sharing.md`; change both together. */

export interface Limits {
  /** Bytes of all files and their names together, unpacked. */
  readonly max_unpacked: number;
  readonly max_files: number;
  /** Bytes of one path, in UTF-8. */
  readonly max_path: number;
  /** How many times its packed size an app may unpack to, once it is larger than `RATIO_FLOOR`. */
  readonly max_ratio: number;
}

export const DEFAULT_LIMITS: Limits = {
  max_unpacked: 128 * 1024 * 1024,
  max_files: 2_000,
  // Leaves room for a folder before it within the 260 characters that older Windows programs allow.
  max_path: 240,
  // Deflate can reach 1032. Real text and data stay below 30, long runs of equal rows below 150.
  max_ratio: 200,
};

/** Unpacked bytes below which no ratio is suspicious: a small file of zeros harms nobody. */
export const RATIO_FLOOR = 4 * 1024 * 1024;

/** Characters of a whole link, page address included. Mail, chat and QR tools cut what is longer. */
export const MAX_LINK = 32_000;

/** The most bytes that `packed` bytes may unpack to, and which limit would be passed by one more. */
export function most_unpacked(
  packed: number,
  limits: Limits,
): { readonly bytes: number; readonly code: 'too_large' | 'bomb'; readonly most: number } {
  const by_ratio = Math.max(RATIO_FLOOR, packed * limits.max_ratio);
  return by_ratio < limits.max_unpacked
    ? { bytes: by_ratio, code: 'bomb', most: limits.max_ratio }
    : { bytes: limits.max_unpacked, code: 'too_large', most: limits.max_unpacked };
}
