/**
 * Keeps a release, file by file: one that is there already with the right hash is not asked for again, so that an
 * installation that was cut short goes on where it stopped.
 */
import { sha256, to_hex } from '../../share/bytes.ts';
import type { Release, ReleaseFile } from '../../share/release.ts';
import type { NotKeptReason } from '../offline_messages.ts';
import { type Shelf, to_keep } from './shelf.ts';

export class NotKept extends Error {
  override readonly name = 'NotKept';
  readonly reason: NotKeptReason;

  constructor(reason: NotKeptReason, file: string, cause?: unknown) {
    super(`${file} is not kept: ${reason}.`, { cause });
    this.reason = reason;
  }
}

export interface InstallEffects {
  readonly shelf: Shelf;
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Bytes of the release that are kept so far. */
  readonly report: (done: number, total: number) => void;
}

/** How many files are asked for at once: the page may have requests of its own. */
const LANES = 3;

/** Throws a `NotKept` when a file cannot be kept; the others are, but for a lack of room, which ends it at once. */
export async function keep_release({ files }: Release, effects: InstallEffects): Promise<void> {
  const { shelf, report } = effects;
  const held = await shelf.list();
  const needed = files.filter(({ optional }) => !optional);
  const missing = needed.filter(({ sha256 }) => !held.has(sha256));
  const total = sum(needed);
  let done = total - sum(missing);
  let failed: NotKept | undefined;
  report(done, total);
  const waiting = [...missing];
  const lane = async () => {
    for (let file = waiting.shift(); file && failed?.reason !== 'quota'; file = waiting.shift()) {
      try {
        await keep_file(file, effects);
        done += file.size;
        report(done, total);
      } catch (error) {
        failed ??= as_not_kept(error, file);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (failed) throw failed;
  const spare = files.filter(({ optional, sha256 }) => optional && !held.has(sha256));
  await Promise.all(spare.map((file) => keep_file(file, effects, from_cache).catch(() => undefined)));
}

/** What the page has just loaded is in the browser's own cache; only a file that turns out to be stale is loaded anew. */
const ways: readonly RequestInit[] = [{ cache: 'force-cache' }, { cache: 'reload' }];

/** Never asks the network. */
const from_cache: readonly RequestInit[] = [{ cache: 'only-if-cached', mode: 'same-origin' }];

async function keep_file(file: ReleaseFile, { shelf, fetch }: InstallEffects, tries = ways): Promise<void> {
  let reason: NotKeptReason = 'network';
  for (const init of tries) {
    const response = await fetch(file.file, { ...init, credentials: 'same-origin' });
    // A refusal may be an old one, out of the browser's cache.
    if (!response.ok) continue;
    const bytes = await response.arrayBuffer();
    if ([file.sha256, file.raw_sha256].includes(await sha256_of(bytes))) {
      await shelf.put(file.sha256, to_keep(file, bytes, response.headers));
      return;
    }
    reason = 'changed';
  }
  throw new NotKept(reason, file.file);
}

function as_not_kept(error: unknown, { file }: ReleaseFile): NotKept {
  if (error instanceof NotKept) return error;
  const no_room = error instanceof Error && error.name === 'QuotaExceededError';
  return new NotKept(no_room ? 'quota' : 'network', file, error);
}

async function sha256_of(bytes: ArrayBuffer): Promise<string> {
  return to_hex(await sha256(new Uint8Array(bytes)));
}

function sum(files: readonly ReleaseFile[]): number {
  return files.reduce((total, { size }) => total + size, 0);
}
