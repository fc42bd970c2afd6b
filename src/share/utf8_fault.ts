/** Where bytes stop being UTF-8: `TextDecoder` only says that they do. */

export interface Utf8Fault {
  /** Bytes from the start, of the first byte of the sequence that is wrong. */
  readonly offset: number;
  /** Counted from 1, lines ending in `\n`. */
  readonly line: number;
}

export function utf8_fault(bytes: Uint8Array): Utf8Fault | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    const offset = first_fault(bytes);
    let line = 1;
    for (let index = 0; index < offset; index++) if (bytes[index] === 0x0a) line++;
    return { offset, line };
  }
}

function first_fault(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequence_length(bytes, at);
    if (length === 0) break;
    at += length;
  }
  return at;
}

/** Length of the well-formed sequence at `at`, or 0 (table 3-7 of the Unicode Standard). */
function sequence_length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (lead >= 0xc2 && lead <= 0xdf) return within(second, 0x80, 0xbf) ? 2 : 0;
  const third = within(bytes[at + 2] ?? 0, 0x80, 0xbf);
  if (lead >= 0xe0 && lead <= 0xef) {
    const low = lead === 0xe0 ? 0xa0 : 0x80;
    const high = lead === 0xed ? 0x9f : 0xbf;
    return within(second, low, high) && third ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const low = lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xf4 ? 0x8f : 0xbf;
    return within(second, low, high) && third && within(bytes[at + 3] ?? 0, 0x80, 0xbf) ? 4 : 0;
  }
  return 0;
}

function within(byte: number, low: number, high: number): boolean {
  return byte >= low && byte <= high;
}
