/** Keeps the site in the browser, once the app is live: starts the service worker and tells the reader how it stands. */
import { render } from 'preact';
import type { SiteOffline } from '../share/site.ts';
import type { MenuPanel } from '../ui/chrome/menu_entries.ts';
import { OfflineNotice, OfflinePanel } from '../ui/panels/offline.tsx';
import { type OfflineState, offline_words } from '../ui/panels/offline_view.ts';
import type { Hello, OfflineNews } from './offline_messages.ts';
import { after_news } from './offline_news.ts';
import { show_panel } from './panel.tsx';

/** `changed` gets the menu's entry, again each time that it says something else. */
export function keep_offline(offline: SiteOffline | undefined, changed: (panel: MenuPanel) => void): void {
  const notices = notice_place();
  watch(offline, (state, known) => {
    const onOpen = () =>
      void show_panel((close) => <OfflinePanel state={state} onReload={reload} onClose={close} />);
    changed({ label: offline_words(state).label, onOpen });
    if (known) return;
    const close = () => render(null, notices);
    render(<OfflineNotice state={state} onReload={reload} onClose={close} />, notices);
  });
}

function notice_place(): HTMLElement {
  const place = document.createElement('div');
  document.body.append(place);
  return place;
}

function reload(): void {
  location.reload();
}

/** `known`: it was so before this visit, and is no news. */
type Tell = (state: OfflineState, known: boolean) => void;

function watch(offline: SiteOffline | undefined, tell: Tell): void {
  if (storage_is_blocked()) {
    tell({ kind: 'blocked' }, false);
    return;
  }
  // A page from the disk, and one that is being worked on, name no service worker.
  if (!offline) return;
  const { serviceWorker: container } = navigator as { readonly serviceWorker?: ServiceWorkerContainer };
  if (!container) {
    tell({ kind: 'unsupported' }, true);
    return;
  }
  const page = { release: offline.release, from_shelf: container.controller !== null };
  let state: OfflineState | undefined;
  container.addEventListener('message', ({ data }: MessageEvent<OfflineNews>) => {
    const next = after_news(state, data, page);
    if (!next || next === state) return;
    const known = next.kind === state?.kind || (data.type === 'here' && next.kind === 'available');
    state = next;
    tell(next, known);
  });
  container.startMessages();
  start(container, offline).catch(() => {
    if (!state) tell({ kind: 'failed', reason: 'refused', done: 0, total: 0 }, true);
  });
}

async function start(container: ServiceWorkerContainer, { worker, release }: SiteOffline): Promise<void> {
  const existing = await container.getRegistration();
  const hello: Hello = { type: 'hello', release };
  existing?.active?.postMessage(hello);
  await container.register(worker, { updateViaCache: 'none' });
}

/** A browser that blocks storage for a page throws when it is only asked. */
function storage_is_blocked(): boolean {
  try {
    return localStorage === null;
  } catch {
    return true;
  }
}
