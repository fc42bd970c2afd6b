/** What this page shows inside another one: an app without anything of the reader's (`guest.ts`). */
import { has_app } from '../../share/link.ts';
import type { Site } from '../../share/site.ts';
import type { AppSource } from '../app_source.ts';
import { open_app } from '../open_app.tsx';
import { type Opener, open_stranger } from '../open_stranger.tsx';
import { make_guest } from './guest.ts';
import { nonce_in } from './host.ts';
import { open_hosted } from './hosted.tsx';
import { shut_storage } from './shut_storage.ts';

const open: Opener = (root, site, source) =>
  void open_app(root, site, source, make_guest({ elsewhere: alone() }));

export async function open_guest(root: Element, site: Site, own: AppSource | undefined): Promise<void> {
  shut_storage(window);
  const nonce = nonce_in(location.hash);
  const url = new URLSearchParams(location.search).get('app');
  const listed = site.gallery?.some((app) => app.url === url) ?? false;
  if (nonce !== undefined) await open_hosted(root, site, own, nonce);
  else if (has_app(location.hash) || (url !== null && !listed))
    await open_stranger(root, site, { hash: location.hash, url }, open);
  else if (own) open(root, site, own);
  else {
    const { show_gallery } = await import('../gallery.tsx');
    const { offline: _not_kept, ...rest } = site;
    show_gallery(root, rest);
  }
}

/** This very address, in a window of its own. */
function alone(): string {
  const url = new URL(location.href);
  for (const name of ['embed', 'embed_options']) url.searchParams.delete(name);
  return url.href;
}
