/** The list of apps of a site that has several. */
import { render } from 'preact';
import type { Site } from '../share/site.ts';
import { Gallery } from '../ui/chrome/gallery.tsx';

export function show_gallery(root: Element, { gallery = [] }: Site): void {
  const apps = gallery.map(({ slug, title, description, source, url }) => ({
    slug,
    title,
    description,
    source,
    href: `?app=${encodeURIComponent(url)}`,
  }));
  render(<Gallery apps={apps} />, root);
}
