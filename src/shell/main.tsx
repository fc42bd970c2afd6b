/** The page's program: reads what the site holds, and shows an app or the list of apps. */
import type { Site, SiteApp } from '../share/site.ts';
import { open_app } from './open_app.tsx';
import { read_site } from './site.ts';

/** The app that the address names with `?app=`, else the site's own. */
function chosen_app(site: Site): SiteApp | undefined {
  const url = new URLSearchParams(location.search).get('app');
  const listed = site.gallery?.find((app) => app.url === url);
  if (listed) return { kind: 'archive', name: listed.title, url: listed.url };
  return site.app;
}

async function main(root: Element): Promise<void> {
  const site = read_site();
  const app = chosen_app(site);
  if (app) {
    open_app(root, site, app);
    return;
  }
  const { show_gallery } = await import('./gallery.tsx');
  show_gallery(root, site);
}

const root = document.getElementById('root');
if (root) {
  main(root).catch((error: unknown) => {
    root.textContent = error instanceof Error ? error.message : String(error);
  });
}
