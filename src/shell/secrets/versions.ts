/** Which earlier version of a stranger's app had secrets. */
import { is_alike, type Origin } from '../alike.ts';

/** Of an app whose reader gave it secrets, or was asked whether to. */
export interface Version extends Origin {
  /** `AppSource.identity`. */
  readonly identity: string;
  /** SHA-256 of each file, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** False when it was asked about, and its reader said no. */
  readonly has_secrets: boolean;
  /** Milliseconds since 1970. */
  readonly written: number;
}

export type VersionNow = Omit<Version, 'has_secrets' | 'written'>;

/** The version before `now` that was written last. */
export function earlier_version(all: readonly Version[], now: VersionNow): Version | undefined {
  return all
    .filter((one) => one.has_secrets && one.identity !== now.identity && is_alike(one, now))
    .reduce<Version | undefined>(
      (last, one) => (last && last.written >= one.written ? last : one),
      undefined,
    );
}
