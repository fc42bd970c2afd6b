/**
 * Takes secrets out of an answer while it comes in, and puts their placeholders there. What is held back between two
 * parts depends on the longest secret alone and not on what the parts say: a part that came late because it began like
 * a secret would be an answer to a guess.
 */
import { type Bytes, concat, no_bytes, utf8 } from './bytes.ts';
import type { Needles } from './needles.ts';

export class Redactor {
  readonly #needles: () => Needles | undefined;
  #held: Bytes = no_bytes;
  /** Bytes at the beginning of `#held` that belong to a secret whose placeholder was given out already. */
  #covered = 0;

  /** `needles` is asked for each part: what a later request gives away counts for the rest of this answer. */
  constructor(needles: () => Needles | undefined) {
    this.#needles = needles;
  }

  /** What can be shown once `part` has come; with `last` all that is left. */
  push(part: Bytes, last: boolean): Bytes {
    const needles = this.#needles();
    if (!needles) return part;
    const bytes = concat([this.#held, part]);
    const end = last ? bytes.length : Math.max(0, bytes.length - needles.longest + 1);
    const shown: Uint8Array[] = [];
    // Occurrences may overlap: all of them are covered, so that no rest of one stays between.
    let covered = this.#covered;
    for (const { at, needle } of needles.find(bytes, end)) {
      if (at >= covered) shown.push(bytes.subarray(covered, at), needle.shown);
      covered = Math.max(covered, at + needle.bytes.length);
    }
    if (covered < end) shown.push(bytes.subarray(covered, end));
    this.#covered = Math.max(0, covered - end);
    this.#held = bytes.slice(end);
    return concat(shown);
  }
}

/** A short text, such as a header, without the secrets. */
export function redact_text(needles: Needles, text: string): string {
  return new TextDecoder().decode(new Redactor(() => needles).push(utf8(text), true));
}
