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
  /** With an image: the standard library without the modules that the image holds. */
  readonly stdlib_rest?: SiteFile;
}

export type SiteApp =
  /** An archive of the share format, or any address that `?app=` takes. */
  | {
      readonly kind: 'archive';
      readonly name: string;
      readonly url: string;
      readonly keep_state?: boolean;
      /** What its author saw when it was built, as `KeptPage`: painted before Python is there. */
      readonly page?: unknown;
    }
  /** A folder that `tablit run` watches. */
  | {
      readonly kind: 'live';
      readonly name: string;
      readonly url: string;
      /** The session survives loading the page anew. */
      readonly keep_state?: boolean;
      /** Tells folders apart that are watched on one port, one after another: a hash of the folder's path. */
      readonly folder?: string;
      readonly secrets?: SecretsPlace;
    };

/**
 * Where `tablit run` hands out the folder's secrets: `GET url` with the header `x-tablit-token: token` answers
 * `{ "files": ["…text of a secrets.toml…"] }`, the reader's own (`~/.streamlit`) before the folder's; an empty list when
 * there is none. Loopback only; without the token, which is drawn anew for each run, it answers 403. The event `change` has
 * `secrets: true` when one of them was saved.
 */
export interface SecretsPlace {
  readonly url: string;
  readonly token: string;
}

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
  /** For a site that keeps itself in the browser. */
  readonly offline?: SiteOffline;
}

export interface SiteOffline {
  /** The service worker's path. */
  readonly worker: string;
  /** Of the release that this page belongs to: names all files of the site together. */
  readonly release: string;
}

/** The id of the `<script type="application/json">` that holds it. */
export const SITE_ELEMENT = 'tablit-site';

/** What stands in a built page. Throws when nothing does. */
export function site_in(html: string): Site {
  const [, json = ''] = new RegExp(`id="${SITE_ELEMENT}">([^<]*)</script>`).exec(html) ?? [];
  if (json.trim() === '') throw new Error('This page was not built: it has no site description.');
  return JSON.parse(json) as Site;
}

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

/** What an engine is started from. With an image the rest of the standard library takes the place of the whole. */
export function start_files({ files, image, python, stdlib_rest }: SiteEngine): readonly SiteFile[] {
  const needed = files.map((file) => (image && file.name === stdlib_rest?.name ? stdlib_rest : file));
  return [...needed, ...(image ? [image] : []), python];
}
