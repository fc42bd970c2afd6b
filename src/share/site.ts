/** What a built site holds, as its page reads it: written by the build and the CLI into `index.html`. */

/** One file of the site, by its path from `index.html`. */
export interface SiteFile {
  /** What its reader calls it, such as `pyodide.asm.wasm`. */
  readonly name: string;
  readonly file: string;
  /** Bytes, as it travels. */
  readonly size: number;
  /** SHA-256 of what travels, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** A wheel. Without `file` it comes from `url`. */
export interface SitePackage {
  readonly name: string;
  readonly version: string;
  readonly file_name: string;
  readonly sha256: string;
  readonly size?: number;
  readonly file?: string;
  readonly url?: string;
}

export interface SiteEngine {
  /** Pyodide's version. */
  readonly version: string;
  readonly files: readonly SiteFile[];
  readonly python: SiteFile;
  readonly image?: SiteFile;
}

export type SiteApp =
  /** An archive of the share format, or any address that `?app=` takes. */
  | { readonly kind: 'archive'; readonly name: string; readonly url: string }
  /** A folder that `tablit run` watches. */
  | { readonly kind: 'live'; readonly name: string; readonly url: string };

export interface GalleryApp {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly source: string;
  /** The archive's path. */
  readonly url: string;
}

export interface Site {
  /** Tablit's version. */
  readonly version: string;
  readonly worker: SiteFile;
  readonly engine: SiteEngine;
  readonly packages: readonly SitePackage[];
  readonly app?: SiteApp;
  readonly gallery?: readonly GalleryApp[];
}

/** The id of the `<script type="application/json">` that holds it. */
export const SITE_ELEMENT = 'tablit-site';

/** `<` is escaped so that no text in it can end the element. */
export function site_json(site: Site): string {
  return JSON.stringify(site).replaceAll('<', '\\u003c');
}

/** Puts `site` into a page that has the element already, empty or not. */
export function with_site(html: string, site: Site): string {
  const pattern = new RegExp(`(<script type="application/json" id="${SITE_ELEMENT}">)[^<]*(</script>)`);
  if (!pattern.test(html)) throw new Error('The page has no place for its site description.');
  return html.replace(pattern, (_whole, open: string, close: string) => `${open}${site_json(site)}${close}`);
}
