/** The page's program: reads what the site holds, and shows an app, or the list of apps. */
import { has_app } from '../share/has_app.ts';
import type { Site } from '../share/site.ts';
import { type AppSource, site_source } from './app_source.ts';
import { open_app } from './open_app.tsx';
import { expect_files } from './opening/arrivals.ts';
import { read_site } from './site.ts';
import { note_started } from './started.ts';

/** The gallery's app that the address names, else the site's own. */
function own_app(site: Site, url: string | null): AppSource | undefined {
  const listed = site.gallery?.find((app) => app.url === url);
  if (listed) return site_source({ kind: 'archive', name: listed.title, url: listed.url });
  return site.app && site_source(site.app);
}

async function main(root: Element): Promise<void> {
  const site = read_site();
  const parameters = new URLSearchParams(location.search);
  const url = parameters.get('app');
  const own = own_app(site, url);
  // Inside another page nothing of the reader's is opened, whatever the address says.
  if (window.parent !== window) {
    const { open_guest } = await import('./guest/open_guest.tsx');
    await open_guest(root, site, own);
    return;
  }
  expect_files();
  const listed = site.gallery?.some((app) => app.url === url) ?? false;
  if (has_app(location.hash) || (url !== null && !listed)) {
    const { open_stranger } = await import('./open_stranger.tsx');
    await open_stranger(root, site, { hash: location.hash, url });
  } else if (parameters.has('open')) {
    const { open_file } = await import('./opening/open_file.tsx');
    await open_file(root, site, parameters.get('open'));
  } else if (own) {
    open_app(root, site, own);
  } else {
    const { show_gallery } = await import('./gallery.tsx');
    show_gallery(root, site);
  }
}

note_started();
// A link that is opened while the page is open changes the fragment alone; so does the way back from one.
addEventListener('hashchange', ({ oldURL }) => {
  if (has_app(location.hash) || has_app(new URL(oldURL).hash)) location.reload();
});

const root = document.getElementById('root');
if (root) {
  main(root).catch((error: unknown) => {
    console.error(error);
    // What this page throws itself is in words; what the browser throws is not.
    const is_ours = error instanceof Error && error.name === 'Error';
    root.textContent = is_ours
      ? error.message
      : 'This page could not be started. Look whether you are online, and load it again.';
  });
}
