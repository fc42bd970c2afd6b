/**
 * A release: all files of a site that belong together, each with its hash. It is written into the service worker's
 * program, so that a browser sees a new one when any file has changed.
 */

export interface ReleaseFile {
  /** The path from the site's root. */
  readonly file: string;
  /** Bytes, as it travels. */
  readonly size: number;
  readonly sha256: string;
  /** SHA-256 of what a `.gz` file holds: some servers unpack it on the way. */
  readonly raw_sha256?: string;
  /** Needed by some browsers only: kept where the page had to load it. */
  readonly optional?: true;
}

export interface Release {
  /** Made of every file but the page, which names it. */
  readonly id: string;
  readonly files: readonly ReleaseFile[];
}

/** The page, as a release calls it; its address is the folder. */
export const PAGE = 'index.html';

/** The service worker's path. */
export const SERVICE_WORKER = 'sw.js';

/** The global that the program reads its release from. */
const NAME = 'tablit_release';

/** Puts `release` in front of the program, in place of the one that is there. */
export function with_release(program: string, release: Release): string {
  return `self.${NAME}=${JSON.stringify(release)};\n${program.slice(head_of(program).length)}`;
}

/** The release that a program carries; undefined for one that has none yet. */
export function release_in(program: string): Release | undefined {
  const head = head_of(program);
  return head === '' ? undefined : (JSON.parse(head.slice(NAME.length + 6, -2)) as Release);
}

function head_of(program: string): string {
  return program.startsWith(`self.${NAME}=`) ? program.slice(0, program.indexOf('\n') + 1) : '';
}

/** Whether the browser keeps this file. The page can do without the others once it is kept itself. */
export function is_kept(file: string): boolean {
  return ![
    /^sw\.js$/,
    /^_/,
    /\.map$/,
    /^embed\./,
    /^assets\/whole-/,
    /^engine\/engine\.json$/,
    /^sbom\.cdx\.json$/,
  ].some((left) => left.test(file));
}
