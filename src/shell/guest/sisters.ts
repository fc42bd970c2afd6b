/**
 * What several apps of one page have in common is downloaded by the first. The others, frames of the same site, ask it over
 * a channel of their origin: the browser's cache alone will not do, as a host may forbid it, and some have none in a private
 * window; and the page around is not to be the one who hands out the engine.
 */
import type { SiteFile } from '../../share/site.ts';
import { type Infer, parse, s } from '../../wire/schema.ts';
import type { Fetcher } from '../files.ts';

const asked = s.object({ kind: s.one_of('ask'), sha256: s.string });
const blob = { py: 'Never', check: (value: unknown) => (value instanceof Blob ? undefined : no_blob) };
const no_blob = { path: [], expected: 'a Blob' };
const answered = s.object({ kind: s.one_of('answer'), sha256: s.string, blob });
const said = s.tagged('kind', { ask: asked, answer: answered });

export interface SharedOptions {
  readonly fetcher: Fetcher;
  /** A `BroadcastChannel` of this origin. */
  readonly channel: Pick<EventTarget, 'addEventListener'> & Pick<BroadcastChannel, 'postMessage'>;
  /** Whether somebody is there to be asked. */
  readonly has_sisters: boolean;
  /** Milliseconds that sisters have to answer; one that has gone never does. */
  readonly patience?: number;
}

/** Takes a file from a sister, else from `fetcher`, and gives it to those that come later. */
export function shared_fetcher({ fetcher, channel, has_sisters, patience = 1_000 }: SharedOptions): Fetcher {
  /** By SHA-256: there may be two builds of a site at one origin. */
  const shelf = new Map<string, Blob>();
  const waiting = new Map<string, (blob: Blob) => void>();
  channel.addEventListener('message', (event) => {
    const message = read((event as MessageEvent<unknown>).data);
    if (message?.kind === 'answer') waiting.get(message.sha256)?.(message.blob as Blob);
    const kept = message?.kind === 'ask' && shelf.get(message.sha256);
    if (kept) channel.postMessage({ kind: 'answer', sha256: message.sha256, blob: kept });
  });

  const from_sisters = ({ sha256, size }: SiteFile): Promise<Blob | undefined> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, patience, undefined);
      waiting.set(sha256, (found) => {
        if (found.size < size) return;
        clearTimeout(timer);
        resolve(found);
      });
      channel.postMessage({ kind: 'ask', sha256 });
    });

  return async (file) => {
    const found = (has_sisters ? await from_sisters(file) : undefined) ?? (await fetcher(file));
    waiting.delete(file.sha256);
    shelf.set(file.sha256, found);
    return found;
  };
}

function read(data: unknown): Infer<typeof said> | undefined {
  try {
    return parse(said, data, 'message');
  } catch {
    return undefined; // of another release
  }
}
