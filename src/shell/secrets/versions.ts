/**
 * Which earlier version of a stranger's app had secrets. A changed one is another app, since it is known by the hash of
 * its content: nothing is handed on without its reader. This finds what to ask about, and decides nothing.
 */

/** Of an app whose reader gave it secrets, or was asked whether to. */
export interface Version {
  /** `AppSource.identity`. */
  readonly identity: string;
  /** The address that it came from; undefined for one of a link or a file. */
  readonly from: string | undefined;
  /** SHA-256 of each file, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** A number for each line of its script that says something. */
  readonly lines: readonly number[];
  /** False when it was asked about, and its reader said no. */
  readonly has_secrets: boolean;
  /** Milliseconds since 1970. */
  readonly written: number;
}

/** Lines that are looked at: a script of this length is told from others by them. */
const MOST_LINES = 2_000;

/** The part of the longer script's lines that have to be in both. */
const ALIKE = 0.5;

/** 32 bits of each line that is not blank, without the space around it (FNV-1a). */
export function line_numbers(script: string): number[] {
  const lines = script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [...new Set(lines.slice(0, MOST_LINES).map(fnv))];
}

function fnv(line: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < line.length; index++) {
    hash = Math.imul(hash ^ line.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** From 0 to 1: how much of the longer of the two is in both. */
export function likeness(one: readonly number[], other: readonly number[]): number {
  const longer = Math.max(one.length, other.length);
  const known = new Set(one);
  return longer === 0 ? 0 : other.filter((line) => known.has(line)).length / longer;
}

/** The version before `now` that was written last: of the same address, or with a script that is much alike. */
export function earlier_version(
  all: readonly Version[],
  now: Omit<Version, 'has_secrets' | 'written'>,
): Version | undefined {
  return all
    .filter(
      (one) =>
        one.has_secrets &&
        one.identity !== now.identity &&
        ((now.from !== undefined && one.from === now.from) || likeness(one.lines, now.lines) >= ALIKE),
    )
    .reduce<Version | undefined>(
      (last, one) => (last && last.written >= one.written ? last : one),
      undefined,
    );
}
