/** Where the app's files come from: an archive, or a folder that `tablit run` watches. */
import { project_id, unpack } from '../share/archive.ts';
import type { SecretsPlace, SiteApp } from '../share/site.ts';
import type { Fetched } from './fetch_project.ts';
import { fetch_blob } from './files.ts';

export interface AppFiles {
  readonly entrypoint: string;
  readonly files: Readonly<Record<string, Blob>>;
}

/** A file that changed while the app was open; `data` undefined when it is gone. */
export interface FileChange {
  readonly path: string;
  readonly data: Blob | undefined;
}

/** An app that can be opened: the site's own, one that is watched, or a stranger's. */
export interface AppSource {
  readonly name: string;
  /**
   * What is kept for it is filed under this: the address of an own app, `project:` and the content's hash of a
   * stranger's, so that a changed one is another.
   */
  readonly identity: string;
  /** The site's author put it there. Anything else is asked about before it runs, and its secrets are sealed. */
  readonly own: boolean;
  /** The address that a stranger's came from. */
  readonly from?: string;
  readonly load: () => Promise<AppFiles>;
  /** The session survives loading the page anew: the author wants it so. */
  readonly keep_state?: boolean;
  /** Came with the app; not yet read against its schema. */
  readonly first_page?: unknown;
  /** Where `tablit run` hands out the secrets of the folder. */
  readonly secrets?: SecretsPlace;
  /** Hears of saved files as long as the page is there. */
  readonly watch?: (watcher: Watcher) => void;
}

export interface Watcher {
  readonly changed: (changes: readonly FileChange[]) => void;
  /** A file of secrets was saved. */
  readonly secrets_changed: () => void;
}

/** What only a folder that is watched needs. */
const live = () => import('./live_folder.ts');

export function site_source(app: SiteApp): AppSource {
  // An app that the page carries has the page's own address: what its query says makes it no other app.
  const identity = new URL(app.url, new URL(location.pathname, location.href)).href;
  const source = { name: app.name, identity, own: true, keep_state: app.keep_state === true };
  if (app.kind === 'archive') return { ...source, first_page: app.page, load: () => load_archive(app.url) };
  return {
    ...source,
    identity: app.folder === undefined ? identity : `${identity}#${app.folder}`,
    load: async () => (await live()).load_live(app.url),
    watch: (watcher) => void live().then(({ watch_live }) => watch_live(app.url, watcher)),
    ...(app.secrets ? { secrets: app.secrets } : {}),
  };
}

/** A project that came with a link, from another address or from a file. */
export async function project_source({ name, project, from }: Fetched): Promise<AppSource> {
  const { entrypoint, files } = project;
  return {
    ...(from === undefined ? {} : { from }),
    name,
    identity: `project:${await project_id(project)}`,
    own: false,
    load: async () => ({ entrypoint, files: blobs(files) }),
  };
}

async function load_archive(url: string): Promise<AppFiles> {
  const bytes = new Uint8Array(await (await fetch_blob(url, url)).arrayBuffer());
  const { entrypoint, files } = await unpack(bytes);
  return { entrypoint, files: blobs(files) };
}

/** In the form in which the worker takes them. */
export function blobs(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Record<string, Blob> {
  return Object.fromEntries([...files].map(([path, bytes]) => [path, new Blob([bytes])]));
}
