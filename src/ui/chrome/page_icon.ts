/** The picture in the browser's tab, from what a script calls its icon. */

export type PageIcon =
  | { readonly kind: 'none' }
  | { readonly kind: 'emoji'; readonly emoji: string }
  | { readonly kind: 'material'; readonly name: string }
  | { readonly kind: 'shortcode'; readonly name: string }
  | { readonly kind: 'url'; readonly url: string };

export function page_icon_of(text: string | undefined): PageIcon {
  const icon = text?.trim() ?? '';
  if (icon === '') return { kind: 'none' };
  const material = /^:material\/([a-z0-9_]+):$/.exec(icon)?.[1];
  if (material !== undefined) return { kind: 'material', name: material };
  const shortcode = /^:([a-z0-9_+-]+):$/.exec(icon)?.[1];
  if (shortcode !== undefined) return { kind: 'shortcode', name: shortcode };
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(icon) && icon.length < 32) {
    return { kind: 'emoji', emoji: icon };
  }
  // Anything else is an address; one that would run something is none.
  return /^(javascript|vbscript):/i.test(icon) ? { kind: 'none' } : { kind: 'url', url: icon };
}

/** An emoji as a picture. It is text in an SVG, so it looks as the reader's system draws it. */
export function emoji_url(emoji: string): string {
  const escaped = emoji.replace(/[<>&"']/g, '');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><text x="50" y=".9em" font-size="88" text-anchor="middle">${escaped}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
