/**
 * Whether a stranger's app is a later version of another. A changed one is another app, since it is known by the hash of its
 * content: nothing is handed on without its reader. This finds what the reader is asked about, and decides nothing.
 */
import type { AppFiles } from './app_source.ts';

export interface Origin {
  /** The address that the app came from; undefined for one of a link or a file. */
  readonly from: string | undefined;
  /** A number for each line of its script that says something. */
  readonly lines: readonly number[];
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

/** Of the same address, or with a script that is much alike. */
export function is_alike(one: Origin, other: Origin): boolean {
  return (one.from !== undefined && one.from === other.from) || likeness(one.lines, other.lines) >= ALIKE;
}

export async function origin_of({ entrypoint, files }: AppFiles, from: string | undefined): Promise<Origin> {
  return { from, lines: line_numbers(await (files[entrypoint]?.text() ?? '')) };
}
