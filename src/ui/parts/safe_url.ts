/** Which addresses a text may name. Everything that links or loads on behalf of an app asks here. */

const link_protocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const image_protocols = new Set(['http:', 'https:', 'blob:']);
/** Bitmaps, and SVG, which runs no script inside `<img>`. */
const image_data = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,]/i;

/** The address as it may stand in `href`, or undefined for one that could run code (`javascript:`, `data:`). */
export function link_href(href: string): string | undefined {
  const url = parsed(href);
  return url && (is_relative(href) || link_protocols.has(url.protocol)) ? href.trim() : undefined;
}

/** The address as it may stand in an image's `src`. */
export function image_src(src: string): string | undefined {
  if (image_data.test(src.trim())) return src.trim();
  const url = parsed(src);
  return url && (is_relative(src) || image_protocols.has(url.protocol)) ? src.trim() : undefined;
}

/** Where a link stands: in Markdown, with the HTML in it, or in `st.html`. */
export type Place = 'text' | 'html';

export interface LinkTarget {
  readonly target?: '_blank' | '_self' | '_parent' | '_top';
  readonly rel?: string;
}

const away = { target: '_blank', rel: 'noopener noreferrer' } as const;

/**
 * What a link carries. Every link of a text opens a new tab that knows nothing of this one, but for one to a heading;
 * an HTML link may ask for another place (`wanted`), which is no frame's name. In `st.html`, only other hosts do.
 */
export function link_target(href: string, place: Place = 'text', wanted?: string | null): LinkTarget {
  if (href.startsWith('#')) return {};
  if (place === 'html') return is_elsewhere(href) ? away : {};
  const target = /^_(?:self|parent|top)$/i.exec(wanted ?? '')?.[0].toLowerCase();
  return target === undefined ? away : { target: target as '_self', rel: away.rel };
}

function is_elsewhere(href: string): boolean {
  const url = parsed(href);
  return url !== undefined && /^https?:$/.test(url.protocol) && url.host !== here().host;
}

/** The browser's own parser, so that what it strips (tabs, line breaks, leading blanks) is stripped here too. */
function parsed(address: string): URL | undefined {
  try {
    return new URL(address, here());
  } catch {
    return undefined;
  }
}

/** Without a scheme of its own: it resolves to a scheme whichever base it stands on. */
function is_relative(address: string): boolean {
  try {
    new URL(address);
    return false;
  } catch {
    return true;
  }
}

function here(): URL {
  const { protocol, href } = window.location;
  return new URL(/^(?:https?|file):$/.test(protocol) ? href : 'https://localhost/');
}
