/** The files of a folder on some host, from the page or the JSON that it answers for the folder. */
import { parse, s } from '../../wire/schema.ts';

const entry = s.object({ name: s.string, type: s.optional(s.string) });
const names = s.array(s.either(s.string, entry));
const wrapped = s.object({ files: names });

export interface Listing {
  readonly files: readonly URL[];
  /** Each ends with a slash. */
  readonly folders: readonly URL[];
}

/**
 * What is in the folder at `folder`, an address that ends with a slash: from a page with links, as web servers make one,
 * or JSON, `["app.py", "data/"]`, `{"files": […]}`, or entries `{"name", "type": "directory"}`. Undefined for anything else.
 * Nothing that is not inside of the folder counts.
 */
export function listing_of(text: string, folder: URL): Listing | undefined {
  const found = /^\s*[[{]/.test(text) ? names_in_json(text) : hrefs_in_page(text);
  if (!found) return undefined;
  const inside = found.flatMap((name) => {
    const url = URL.parse(name, folder);
    const is_there = url && url.search === '' && url.hash === '' && url.href !== folder.href;
    return is_there && url.href.startsWith(folder.href) ? [url] : [];
  });
  const unique = [...new Map(inside.map((url) => [url.href, url])).values()];
  const is_folder = ({ pathname }: URL) => pathname.endsWith('/');
  return { files: unique.filter((url) => !is_folder(url)), folders: unique.filter(is_folder) };
}

function names_in_json(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const list = Array.isArray(value)
      ? parse(names, value, 'listing')
      : parse(wrapped, value, 'listing').files;
    const given = list.map((one) => {
      if (typeof one === 'string') return one;
      return one.type === 'directory' ? `${one.name}/` : one.name;
    });
    return given.filter((name) => !name.includes('//')).map(safe);
  } catch {
    return undefined;
  }
}

/** A name is no address: `#` and `?` are part of it. */
function safe(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}

/** Links are read as they are written: nothing of the page runs or is fetched. */
function hrefs_in_page(text: string): readonly string[] {
  const page = new DOMParser().parseFromString(text, 'text/html');
  return [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
}
