/** `server.enableStaticServing`: the app's folder `static`, from the page's memory. */
import type { StaticFiles } from '../ui/parts/static_files.ts';
import type { AppFiles } from './app_source.ts';

/** What is said of a file's type, and whether a browser runs what is in it when it opens it by itself. */
const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  bmp: 'image/bmp',
  csv: 'text/csv',
  flac: 'audio/flac',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  ogv: 'video/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
};

/** Runs scripts when it is opened, but not as a picture. */
const only_a_picture: Readonly<Record<string, string>> = { svg: 'image/svg+xml' };

/** Any other file is text: opened from this page, an HTML file would run as this page. */
export function type_of(path: string, use: 'picture' | 'link'): string {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const table = use === 'picture' ? { ...types, ...only_a_picture } : types;
  return Object.hasOwn(table, ending) ? (table[ending] as string) : 'text/plain';
}

export interface ServedFiles extends StaticFiles {
  /** Gives the addresses back. */
  readonly close: () => void;
}

/** Files beside the script, in `static`. Addresses are made when they are first asked for. */
export function serve_static({ entrypoint, files }: AppFiles): ServedFiles {
  const folder = `${entrypoint.slice(0, entrypoint.lastIndexOf('/') + 1)}static/`;
  const urls = new Map<string, string>();
  return {
    url(path, use) {
      const name = folder + path;
      const file = Object.hasOwn(files, name) ? files[name] : undefined;
      if (!file) return undefined;
      const type = type_of(path, use);
      const known = urls.get(`${type} ${name}`);
      const url = known ?? URL.createObjectURL(new Blob([file], { type }));
      urls.set(`${type} ${name}`, url);
      return url;
    },
    close() {
      for (const url of urls.values()) URL.revokeObjectURL(url);
      urls.clear();
    },
  };
}
