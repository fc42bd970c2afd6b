/** Addresses of an app's own static files, in its Markdown and HTML. They are never asked of the page's host. */
import { image_src, type LinkTarget, link_href, link_target, type Place } from './safe_url.ts';
import type { StaticFiles } from './static_files.ts';

/** `img/cat.png` of `app/static/img/cat.png?v=1`; undefined for an address of another kind. */
export function static_path(address: string): string | undefined {
  const [, rest] = /^\s*(?:\.?\/)?app\/static\/([^?#]*)/.exec(address) ?? [];
  if (rest === undefined) return undefined;
  try {
    return decodeURIComponent(rest).trim();
  } catch {
    return rest;
  }
}

/** What a picture's `src` may be. */
export function picture_src(address: string, files: StaticFiles | undefined): string | undefined {
  const path = static_path(address);
  return path === undefined ? image_src(address) : files?.url(path, 'picture');
}

export interface LinkProps extends LinkTarget {
  readonly href?: string;
}

/** The attributes of a link; none when it may lead nowhere. `wanted`: the target that its author gave it. */
export function link_props(
  address: string,
  files: StaticFiles | undefined,
  place: Place = 'text',
  wanted?: string | null,
): LinkProps {
  const path = static_path(address);
  const href = path === undefined ? link_href(address) : files?.url(path, 'link');
  if (href === undefined) return {};
  // A file of the app opens beside it, and knows nothing of it.
  const own =
    path === undefined
      ? link_target(href, place, wanted)
      : ({ target: '_blank', rel: 'noopener noreferrer' } as const);
  return { href, ...own };
}
