/**
 * Hears of saved files. The system's news are taken as a hint only: after each, the folder is looked at and compared, so
 * that an editor's rename, a file written in steps or a checkout of a hundred files are all told once and right.
 */
import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { App } from './app.ts';
import { find_files } from './app_files.ts';

export interface Saved {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/** By path: what changes when the file is written. */
export type Look = ReadonlyMap<string, string>;

/** Milliseconds of quiet after which a save is told. */
const QUIET = 60;
/** Milliseconds between looks where the system gives no news: too many folders, or a disk that is far. */
const POLL = 1_000;

export function changes_between(before: Look, after: Look): Saved {
  return {
    written: [...after.keys()].filter((path) => after.get(path) !== before.get(path)),
    removed: [...before.keys()].filter((path) => !after.has(path)),
  };
}

/** `extra`: absolute files that are watched besides, and told by these paths. The returned function ends it. */
export async function watch_app(
  app: App,
  extra: readonly string[],
  saved: (saved: Saved) => void,
): Promise<() => void> {
  const watchers = new Map<string, { close(): void }>();
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let busy = Promise.resolve();

  const hint = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      busy = busy.then(look_again).catch(() => undefined);
    }, QUIET);
  };
  let poll: NodeJS.Timeout | undefined;
  const instead = () => {
    if (!ended) poll ??= setInterval(hint, POLL);
  };
  const follow = (found: readonly string[]) => {
    const folders = new Set([...found, ...extra.map((place) => dirname(place))]);
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (watchers.has(folder) || ended) continue;
      try {
        watchers.set(folder, watch(folder, hint).on('error', instead));
      } catch (error) {
        // What is not there yet is seen when it is made, where it belongs to the app.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') instead();
      }
    }
  };

  const look = async () => {
    const { kept, folders } = await find_files(app);
    follow(folders);
    return look_at(app, kept, extra);
  };
  let last = await look();
  const look_again = async () => {
    const now = await look();
    const change = changes_between(last, now);
    last = now;
    if (!ended && change.written.length + change.removed.length > 0) saved(change);
  };

  return () => {
    ended = true;
    clearTimeout(timer);
    clearInterval(poll);
    for (const watcher of watchers.values()) watcher.close();
  };
}

async function look_at(app: App, kept: readonly string[], extra: readonly string[]): Promise<Look> {
  const inside = kept.map((path) => [path, join(app.folder, path)] as const);
  const seen = await Promise.all(
    [...inside, ...extra.map((place) => [place, place] as const)].map(async ([path, place]) => {
      const found = await stat(place).catch(() => undefined);
      return found ? ([[path, `${found.mtimeMs} ${found.size} ${found.ino}`]] as const) : [];
    }),
  );
  return new Map(seen.flat());
}
