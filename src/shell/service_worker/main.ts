/**
 * The service worker's program: keeps the release that it was built with and answers the site's pages from it. The
 * build writes the release in front of it.
 */
import type { Release } from '../../share/release.ts';
import type { Hello, OfflineNews } from '../offline_messages.ts';
import { address_of, file_at, from_shelf, path_of } from './answer.ts';
import { keep_release, NotKept } from './install.ts';
import {
  type Kept,
  let_go,
  make_room,
  note_served,
  read_kept,
  releases_for,
  sweep,
  take_over,
} from './releases.ts';
import { cache_shelf } from './shelf.ts';

declare const self: ServiceWorkerGlobalScope & { readonly tablit_release: Release };

const release = self.tablit_release;
const scope = self.registration.scope;
const shelf = cache_shelf(caches, scope);
let kept: Promise<Kept> | undefined;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => event.waitUntil(hear(event)));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = path_of(request, scope);
  if (path === undefined) return;
  if (request.mode !== 'navigate') event.respondWith(answer_file(path, event));
  else if (file_at(path, release)) {
    event.respondWith(answer_page(path, request));
    event.waitUntil(change((now) => note_served(shelf, now, event.resultingClientId)));
  }
});

async function install(): Promise<void> {
  let progress = { done: 0, total: 0 };
  const report = (done: number, total: number) => {
    progress = { done, total };
    void tell({ type: 'storing', release: release.id, done, total });
  };
  const fetch_file = (path: string, init: RequestInit) => fetch(address_of(path, scope), init);
  try {
    await keep_release(release, { shelf, report, fetch: fetch_file });
    // Each page gets the files of its own release, so there is nothing to wait for.
    await self.skipWaiting();
  } catch (error) {
    const reason = error instanceof NotKept ? error.reason : 'network';
    if (reason === 'quota') await make_room(shelf);
    await tell({ type: 'failed', release: release.id, reason, ...progress });
    throw error;
  }
}

async function activate(): Promise<void> {
  kept = take_over(shelf, release, await open_pages(), Date.now());
  await self.clients.claim();
  await sweep(shelf, await kept);
  await tell({ type: 'available', release: release.id });
}

async function hear({ data, source }: ExtendableMessageEvent): Promise<void> {
  const message = data as Partial<Hello> | undefined;
  if (message?.type !== 'hello' || !(source instanceof Client)) return;
  source.postMessage({ type: 'here', release: release.id } satisfies OfflineNews);
  await change(async (now) => {
    const noted = message.release === release.id ? await note_served(shelf, now, source.id) : now;
    return let_go(shelf, noted, await open_pages(), Date.now());
  });
}

/** A page is always of the newest release. */
async function answer_page(path: string, request: Request): Promise<Response> {
  return (await from_shelf(shelf, path, [release]).catch(lost)) ?? fetch(request);
}

async function answer_file(path: string, { request, clientId }: FetchEvent): Promise<Response> {
  const releases = releases_for(await now_kept(), clientId);
  return (await from_shelf(shelf, path, releases).catch(lost)) ?? fetch(request);
}

/** A store that cannot be read is no reason to give no answer. */
function lost(): undefined {
  return undefined;
}

function now_kept(): Promise<Kept> {
  kept ??= read_kept(shelf, release);
  return kept;
}

/** Changes follow each other, and whoever asks gets what the last of them makes. */
function change(make: (kept: Kept) => Promise<Kept>): Promise<Kept> {
  const before = now_kept();
  kept = before.then(make).catch(() => before);
  return kept;
}

async function open_pages(): Promise<string[]> {
  return (await all_pages()).map(({ id }) => id);
}

async function tell(news: OfflineNews): Promise<void> {
  for (const page of await all_pages()) page.postMessage(news);
}

function all_pages(): Promise<readonly WindowClient[]> {
  return self.clients.matchAll({ type: 'window', includeUncontrolled: true });
}
