/** The list of apps of a site that has several. */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { GalleryApp, Site } from '../share/site.ts';
import { Gallery } from '../ui/chrome/gallery.tsx';
import type { ThemeChoice } from '../ui/theme/choice.ts';
import { site_source } from './app_source.ts';
import { choose_files } from './opening/arrivals.ts';
import { store_theme, stored_theme } from './theme_choice.ts';

/** The packer is fetched when somebody shares. */
async function share(gallery: readonly GalleryApp[], slug: string): Promise<void> {
  const app = gallery.find((one) => one.slug === slug);
  if (!app) return;
  const { show_share } = await import('./share_app.tsx');
  show_share(site_source({ kind: 'archive', name: app.title, url: app.url }).load());
}

export function show_gallery(root: Element, { gallery = [], offline }: Site): void {
  const apps = gallery.map(({ slug, title, description, source, url }) => ({
    slug,
    title,
    description,
    source,
    href: `?app=${encodeURIComponent(url)}`,
  }));

  function Root() {
    const [theme, set_theme] = useState(stored_theme());
    const choose = (choice: ThemeChoice) => {
      store_theme(choice);
      set_theme(choice);
    };
    return (
      <Gallery
        apps={apps}
        theme={theme}
        onTheme={choose}
        onShare={(slug) => void share(gallery, slug)}
        onOpenFile={choose_files}
      />
    );
  }

  render(<Root />, root);
  setTimeout(async () => {
    const { keep_offline } = await import('./offline.tsx');
    keep_offline(offline, () => undefined);
  }, 1_000);
}
