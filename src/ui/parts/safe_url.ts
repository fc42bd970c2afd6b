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

/** What a link to another host carries: a new tab that knows nothing of this one. */
export function link_target(href: string): { target?: '_blank'; rel?: string } {
  const url = parsed(href);
  if (!url || !/^https?:$/.test(url.protocol) || is_here(url)) return {};
  return { target: '_blank', rel: 'noopener noreferrer' };
}

function is_here(url: URL): boolean {
  return url.host === here().host;
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
