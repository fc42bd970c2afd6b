/** A folder that `tablit run` watches: its files, and which of them were saved. */
import type { AppFiles, Watcher } from './app_source.ts';
import { CONFIG } from './config.ts';
import { FileError } from './files.ts';

interface LiveListing {
  readonly entrypoint: string;
  readonly files: readonly string[];
}

/** Throws a `FileError`. */
export async function load_live(url: string): Promise<AppFiles> {
  const listing = (await (await get_live(`${url}files.json`)).json()) as LiveListing;
  const pairs = await Promise.all(
    listing.files.map(async (path) => [path, await live_file(url, path)] as const),
  );
  return { entrypoint: listing.entrypoint, files: Object.fromEntries(pairs) };
}

async function live_file(url: string, path: string): Promise<Blob> {
  const address = `${url}file/${path.split('/').map(encodeURIComponent).join('/')}`;
  return (await get_live(address)).blob();
}

interface LiveChange {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly secrets?: boolean;
}

export function watch_live(url: string, { changed, secrets_changed }: Watcher): void {
  const events = new EventSource(`${url}events`);
  let command: string | undefined;
  events.addEventListener('hello', ({ data }: MessageEvent<string>) => {
    // Started anew, with other keys to the secrets and perhaps other packages: this page is of the one before.
    if (command !== undefined && command !== data) location.reload();
    command = data;
  });
  events.addEventListener('change', async (event: MessageEvent<string>) => {
    const { written, removed, secrets = false } = JSON.parse(event.data) as LiveChange;
    // The configuration is read when a page starts.
    if ([...written, ...removed].includes(CONFIG)) return location.reload();
    if (secrets) secrets_changed();
    if (written.length + removed.length === 0) return;
    const gone = removed.map((path) => ({ path, data: undefined }));
    const saved = await Promise.all(
      written.map(async (path) => ({ path, data: await live_file(url, path) })),
    );
    changed([...gone, ...saved]);
  });
}

/** The command says in words why it cannot give something. */
async function get_live(url: string): Promise<Response> {
  const response = await fetch(url, { cache: 'no-store' }).catch(() => {
    throw new FileError(url, `could not be fetched: the command that serves it does not answer.`);
  });
  if (response.ok) return response;
  const words = await response.text().catch(() => '');
  throw new FileError(url, `could not be fetched: ${words || `the server answered ${response.status}.`}`);
}
