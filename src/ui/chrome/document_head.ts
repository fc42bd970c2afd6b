/** Title and icon of the browser's tab follow the script's page configuration. */
import { useEffect } from 'preact/hooks';
import { emoji_url, type PageIcon, page_icon_of } from './page_icon.ts';

export function useDocumentHead(title: string, icon: string | undefined): void {
  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    const link = icon_link();
    const before = link.href;
    let current = true;
    icon_url(page_icon_of(icon)).then((url) => {
      if (current && url !== undefined) link.href = url;
    }, console.warn);
    return () => {
      current = false;
      link.href = before;
    };
  }, [icon]);
}

function icon_link(): HTMLLinkElement {
  const found = document.head.querySelector<HTMLLinkElement>('link[rel~="icon"]');
  if (found) return found;
  const link = document.createElement('link');
  link.rel = 'icon';
  document.head.append(link);
  return link;
}

async function icon_url(icon: PageIcon): Promise<string | undefined> {
  switch (icon.kind) {
    case 'none':
      return undefined;
    case 'emoji':
      return emoji_url(icon.emoji);
    case 'url':
      return icon.url;
    case 'material':
    case 'shortcode': {
      const { drawn_icon } = await import('./drawn_icon.ts');
      return drawn_icon(icon);
    }
  }
}
